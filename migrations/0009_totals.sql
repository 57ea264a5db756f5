CREATE TABLE "totals" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "totals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ward_id" bigint NOT NULL,
	"zone_id" bigint,
	"year" integer NOT NULL,
	"poor" integer,
	"near_poor" integer,
	"poor_persons" integer,
	"near_poor_persons" integer,
	"households" integer,
	"persons" integer,
	"minority_households" integer,
	"minority_persons" integer,
	"source" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "totals" ADD CONSTRAINT "totals_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totals" ADD CONSTRAINT "totals_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "totals_of" ON "totals" USING btree ("ward_id",coalesce(zone_id, 0),"year");