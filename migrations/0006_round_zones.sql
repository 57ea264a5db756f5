CREATE TABLE "reminder_items" (
	"outbox_id" bigint NOT NULL,
	"dossier_id" bigint NOT NULL,
	"as" text NOT NULL,
	"tone" text NOT NULL,
	CONSTRAINT "reminder_items_outbox_id_dossier_id_pk" PRIMARY KEY("outbox_id","dossier_id")
);
--> statement-breakpoint
CREATE TABLE "round_zones" (
	"round_id" bigint NOT NULL,
	"zone_id" bigint NOT NULL,
	CONSTRAINT "round_zones_round_id_zone_id_pk" PRIMARY KEY("round_id","zone_id")
);
--> statement-breakpoint
ALTER TABLE "reminder_items" ADD CONSTRAINT "reminder_items_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_items" ADD CONSTRAINT "reminder_items_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_zones" ADD CONSTRAINT "round_zones_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_zones" ADD CONSTRAINT "round_zones_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminder_items_dossier" ON "reminder_items" USING btree ("dossier_id");