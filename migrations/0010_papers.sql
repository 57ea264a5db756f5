CREATE TABLE "paper_confirmations" (
	"ward_id" bigint NOT NULL,
	"paper" text NOT NULL,
	"hash" text NOT NULL,
	"confirmed_by" text NOT NULL,
	"source" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "paper_confirmations_ward_id_paper_hash_pk" PRIMARY KEY("ward_id","paper","hash")
);
--> statement-breakpoint
CREATE TABLE "paper_templates" (
	"ward_id" bigint NOT NULL,
	"paper" text NOT NULL,
	"body" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "paper_templates_ward_id_paper_pk" PRIMARY KEY("ward_id","paper")
);
--> statement-breakpoint
ALTER TABLE "paper_confirmations" ADD CONSTRAINT "paper_confirmations_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_templates" ADD CONSTRAINT "paper_templates_ward_id_wards_id_fk" FOREIGN KEY ("ward_id") REFERENCES "public"."wards"("id") ON DELETE cascade ON UPDATE no action;