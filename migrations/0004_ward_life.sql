CREATE TABLE "listed_households" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "listed_households_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"zone_id" bigint NOT NULL,
	"list_year" integer NOT NULL,
	"category" text NOT NULL,
	"key" text NOT NULL,
	"details" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matches" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "matches_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"zone_id" bigint NOT NULL,
	"case_id" bigint NOT NULL,
	"listed_id" bigint,
	"other_case_id" bigint,
	"score" integer NOT NULL,
	"state" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	CONSTRAINT "matches_one" CHECK (("matches"."listed_id" is null) <> ("matches"."other_case_id" is null))
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"zone_id" bigint,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"actor" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "staff_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"zone_id" bigint NOT NULL,
	"role" text NOT NULL,
	"key" text NOT NULL,
	"details" text NOT NULL,
	"person_id" bigint,
	"imported_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "zones_ward_name";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reminded" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reminders_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "staff_id" bigint;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "until" date;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "until" date;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "away_until" date;--> statement-breakpoint
ALTER TABLE "wards" ADD COLUMN "contact" text;--> statement-breakpoint
ALTER TABLE "zones" ADD COLUMN "merged_into" bigint;--> statement-breakpoint
ALTER TABLE "listed_households" ADD CONSTRAINT "listed_households_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_households" ADD CONSTRAINT "listed_households_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_listed_id_listed_households_id_fk" FOREIGN KEY ("listed_id") REFERENCES "public"."listed_households"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_other_case_id_cases_id_fk" FOREIGN KEY ("other_case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "listed_households_key" ON "listed_households" USING btree ("ward_id","list_year","key");--> statement-breakpoint
CREATE INDEX "listed_households_zone" ON "listed_households" USING btree ("zone_id","list_year");--> statement-breakpoint
CREATE UNIQUE INDEX "matches_listed" ON "matches" USING btree ("case_id","listed_id");--> statement-breakpoint
CREATE UNIQUE INDEX "matches_case" ON "matches" USING btree ("case_id","other_case_id");--> statement-breakpoint
CREATE INDEX "matches_zone" ON "matches" USING btree ("zone_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_key" ON "staff" USING btree ("zone_id","role","key");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "zones_ward_name" ON "zones" USING btree ("ward_id","name") WHERE merged_into is null;