ALTER TABLE "mail_version" ADD COLUMN "body" text;--> statement-breakpoint
UPDATE "mail_version" SET "body" = "mail"."body" FROM "mail"
WHERE "mail"."id" = "mail_version"."mail_id" AND "mail"."words" = "mail_version"."words";
