ALTER TABLE "dossiers" ADD COLUMN "due_by" text DEFAULT 'plan' NOT NULL;--> statement-breakpoint
UPDATE "dossiers" SET "due_by" = 'law' WHERE "state" IN ('posted', 'complaint', 'opinion');
