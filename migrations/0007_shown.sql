ALTER TABLE "outbox" ADD COLUMN "unasked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "asked_kind" text;--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "asked_case" bigint;--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "asked_menu" text;--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "told_menu" text;--> statement-breakpoint
ALTER TABLE "persons" DROP COLUMN "menu";--> statement-breakpoint
UPDATE "chats" SET "asked_kind" = split_part("prompt_of", '|', 2), "asked_case" = nullif(split_part("prompt_of", '|', 1), '')::bigint
WHERE "prompt_of" IS NOT NULL AND split_part("prompt_of", '|', 2) <> 'reminder';
