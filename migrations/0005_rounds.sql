CREATE TABLE "complaints" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "complaints_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"dossier_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "dossier_steps" (
	"dossier_id" bigint NOT NULL,
	"n" integer NOT NULL,
	"ward_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"actor" bigint NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "dossier_steps_dossier_id_n_pk" PRIMARY KEY("dossier_id","n")
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "dossiers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"zone_id" bigint NOT NULL,
	"round_id" bigint NOT NULL,
	"case_id" bigint,
	"listed_id" bigint,
	"state" text NOT NULL,
	"step" integer NOT NULL,
	"body" text NOT NULL,
	"acts_next" text,
	"due_on" date,
	"due_confirmed" boolean DEFAULT true NOT NULL,
	"groups" text,
	"reminded" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kin" (
	"dossier_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"as" text NOT NULL,
	"said_by" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "kin_dossier_id_person_id_pk" PRIMARY KEY("dossier_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "lists" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lists_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"round_id" bigint NOT NULL,
	"n" integer NOT NULL,
	"body" text NOT NULL,
	"made_by" bigint NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meetings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"zone_id" bigint NOT NULL,
	"round_id" bigint NOT NULL,
	"n" integer NOT NULL,
	"on_day" date NOT NULL,
	"state" text NOT NULL,
	"body" text NOT NULL,
	"called_by" bigint NOT NULL,
	"called_at" timestamp with time zone NOT NULL,
	"held_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "postings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"zone_id" bigint NOT NULL,
	"round_id" bigint NOT NULL,
	"n" integer NOT NULL,
	"token" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"until_confirmed" boolean NOT NULL,
	"body" text NOT NULL,
	"posted_by" bigint NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "postings_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rounds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"procedure" text NOT NULL,
	"list_year" integer NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "supports" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "supports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"dossier_id" bigint NOT NULL,
	"year" integer NOT NULL,
	"policy" text NOT NULL,
	"promised_by" bigint NOT NULL,
	"promised_on" date NOT NULL,
	"arrived_on" date,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"ward_id" bigint NOT NULL,
	"procedure" text NOT NULL,
	"state" text NOT NULL,
	"days" integer NOT NULL,
	"kind" text NOT NULL,
	"document" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "terms_ward_id_procedure_state_pk" PRIMARY KEY("ward_id","procedure","state")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "visits_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"dossier_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"on_day" date NOT NULL,
	"next_day" date,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ward_invitations" (
	"hash" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"ward_id" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" bigint
);
--> statement-breakpoint
CREATE TABLE "ward_posts" (
	"person_id" bigint NOT NULL,
	"role" text NOT NULL,
	"ward_id" bigint NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" date,
	CONSTRAINT "ward_posts_person_id_role_ward_id_pk" PRIMARY KEY("person_id","role","ward_id")
);
--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "flow" text;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_steps" ADD CONSTRAINT "dossier_steps_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_steps" ADD CONSTRAINT "dossier_steps_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_listed_id_listed_households_id_fk" FOREIGN KEY ("listed_id") REFERENCES "public"."listed_households"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kin" ADD CONSTRAINT "kin_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kin" ADD CONSTRAINT "kin_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lists" ADD CONSTRAINT "lists_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supports" ADD CONSTRAINT "supports_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supports" ADD CONSTRAINT "supports_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "terms_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_invitations" ADD CONSTRAINT "ward_invitations_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_invitations" ADD CONSTRAINT "ward_invitations_used_by_persons_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_posts" ADD CONSTRAINT "ward_posts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ward_posts" ADD CONSTRAINT "ward_posts_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaints_dossier" ON "complaints" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dossiers_case" ON "dossiers" USING btree ("round_id","case_id") WHERE state <> 'removed';--> statement-breakpoint
CREATE UNIQUE INDEX "dossiers_listed" ON "dossiers" USING btree ("round_id","listed_id") WHERE state <> 'removed';--> statement-breakpoint
CREATE INDEX "dossiers_zone" ON "dossiers" USING btree ("zone_id","state");--> statement-breakpoint
CREATE INDEX "dossiers_ward" ON "dossiers" USING btree ("ward_id","state");--> statement-breakpoint
CREATE INDEX "dossiers_of_case" ON "dossiers" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "dossiers_due" ON "dossiers" USING btree ("due_on") WHERE due_on is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "lists_number" ON "lists" USING btree ("round_id","n");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_number" ON "meetings" USING btree ("round_id","zone_id","n");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_number" ON "postings" USING btree ("round_id","zone_id","n");--> statement-breakpoint
CREATE INDEX "postings_zone" ON "postings" USING btree ("zone_id","until_day");--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_start" ON "rounds" USING btree ("ward_id","kind","starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "supports_policy" ON "supports" USING btree ("dossier_id","year","policy");--> statement-breakpoint
CREATE INDEX "visits_dossier" ON "visits" USING btree ("dossier_id","id");--> statement-breakpoint
CREATE INDEX "ward_posts_ward" ON "ward_posts" USING btree ("ward_id");