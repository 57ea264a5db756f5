CREATE TABLE "record" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "record_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"n" bigint,
	"at" timestamp with time zone NOT NULL,
	"actor" bigint NOT NULL,
	"as" text,
	"of" text NOT NULL,
	"action" text NOT NULL,
	"case_id" bigint,
	"dossier_id" bigint,
	"ward_id" bigint,
	"ref" bigint,
	"digest" text,
	"state" text,
	"salt" text,
	"mark" text,
	"previous" text,
	"hash" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "record_number" ON "record" USING btree ("n") WHERE n is not null;--> statement-breakpoint
CREATE INDEX "record_open" ON "record" USING btree ("id") WHERE n is null;--> statement-breakpoint
CREATE INDEX "record_read_case" ON "record" USING btree ("case_id") WHERE "of" = 'reading';--> statement-breakpoint
CREATE INDEX "record_read_dossier" ON "record" USING btree ("dossier_id") WHERE "of" = 'reading';--> statement-breakpoint
CREATE FUNCTION "record_kept"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'The record is never removed.' USING ERRCODE = '55000';
  END IF;
  -- Linked: nothing may change but that the salt is erased.
  IF OLD.n IS NOT NULL THEN
    IF NEW.salt IS NOT NULL THEN
      RAISE EXCEPTION 'Entry % of the record is never changed.', OLD.n USING ERRCODE = '55000';
    END IF;
    NEW.salt := OLD.salt;
    IF NEW IS DISTINCT FROM OLD THEN
      RAISE EXCEPTION 'Entry % of the record is never changed.', OLD.n USING ERRCODE = '55000';
    END IF;
    NEW.salt := NULL;
    RETURN NEW;
  END IF;
  -- Not linked yet: it is only linked, as it was written.
  IF (NEW.id, NEW.at, NEW.actor, NEW."as", NEW."of", NEW.action, NEW.case_id, NEW.dossier_id, NEW.ward_id, NEW.ref)
    IS DISTINCT FROM (OLD.id, OLD.at, OLD.actor, OLD."as", OLD."of", OLD.action, OLD.case_id, OLD.dossier_id, OLD.ward_id, OLD.ref)
  THEN
    RAISE EXCEPTION 'An entry of the record is never changed.' USING ERRCODE = '55000';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER "record_kept" BEFORE UPDATE OR DELETE ON "record" FOR EACH ROW EXECUTE FUNCTION "record_kept"();--> statement-breakpoint
CREATE TRIGGER "record_kept_whole" BEFORE TRUNCATE ON "record" FOR EACH STATEMENT EXECUTE FUNCTION "record_kept"();--> statement-breakpoint
INSERT INTO "record" ("at", "actor", "of", "action", "case_id", "ward_id", "ref")
  SELECT "at", "person_id", 'event', "type", "case_id", "ward_id", "id" FROM "events" ORDER BY "id";--> statement-breakpoint
INSERT INTO "record" ("at", "actor", "of", "action", "dossier_id", "ward_id")
  SELECT "opened_at", 0, 'dossier', 'Opened', "id", "ward_id" FROM "dossiers" ORDER BY "id";--> statement-breakpoint
INSERT INTO "record" ("at", "actor", "of", "action", "dossier_id", "ward_id", "ref")
  SELECT "at", "actor", 'step', "kind", "dossier_id", "ward_id", "n" FROM "dossier_steps" ORDER BY "at", "dossier_id", "n";--> statement-breakpoint
INSERT INTO "record" ("at", "actor", "of", "action", "ward_id", "ref")
  SELECT "at", "actor", 'change', "type", "ward_id", "id" FROM "changes" ORDER BY "id";--> statement-breakpoint
INSERT INTO "record" ("at", "actor", "of", "action", "ward_id", "ref")
  SELECT "made_at", "made_by", 'list', 'Made', "ward_id", "id" FROM "lists" ORDER BY "id";--> statement-breakpoint
INSERT INTO "record" ("at", "actor", "of", "action", "ward_id", "ref")
  SELECT "called_at", "called_by", 'meeting', 'Called', "ward_id", "id" FROM "meetings" ORDER BY "id";--> statement-breakpoint
INSERT INTO "record" ("at", "actor", "of", "action", "ward_id", "ref")
  SELECT "posted_at", "posted_by", 'posting', 'Posted', "ward_id", "id" FROM "postings" ORDER BY "id";--> statement-breakpoint
INSERT INTO "record" ("at", "actor", "of", "action", "dossier_id", "ward_id", "ref")
  SELECT "at", "person_id", 'complaint', 'Complained', "dossier_id", "ward_id", "id" FROM "complaints" ORDER BY "id";--> statement-breakpoint
INSERT INTO "record" ("at", "actor", "of", "action", "dossier_id", "ward_id", "ref")
  SELECT "promised_on"::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh', "promised_by", 'support', 'Promised', "dossier_id", "ward_id", "id" FROM "supports" ORDER BY "id";--> statement-breakpoint
INSERT INTO "record" ("at", "actor", "of", "action", "dossier_id", "ward_id", "ref")
  SELECT "on_day"::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh', "person_id", 'visit', 'Visited', "dossier_id", "ward_id", "id" FROM "visits" ORDER BY "id";
