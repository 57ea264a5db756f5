ALTER TABLE "outbox" ADD COLUMN "unasked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "asked_kind" text;--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "asked_case" bigint;--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "asked_menu" text;--> statement-breakpoint
ALTER TABLE "chats" ADD COLUMN "told_menu" text;--> statement-breakpoint
ALTER TABLE "persons" DROP COLUMN "menu";--> statement-breakpoint
UPDATE "chats" c SET "asked_kind" = o."kind", "asked_case" = o."case_id"
FROM (SELECT DISTINCT ON ("chat_id") "chat_id", "kind", "case_id" FROM "outbox"
  WHERE "offers" AND "kind" <> 'reminder' AND "outcome" = 'sent' ORDER BY "chat_id", "id" DESC) o
WHERE o."chat_id" = c."id";
