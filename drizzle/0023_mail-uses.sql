CREATE TABLE "mail_use" (
	"journey_id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	"in_draft" boolean DEFAULT false NOT NULL,
	"in_live" boolean DEFAULT false NOT NULL,
	"sends" uuid,
	CONSTRAINT "mail_use_journey_id_mail_id_pk" PRIMARY KEY("journey_id","mail_id")
);
--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "words" text GENERATED ALWAYS AS (md5(kind || chr(31) || topic || chr(31) || subject || chr(31) || preview || chr(31) || body)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_version" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "mail_use" ADD CONSTRAINT "mail_use_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_use" ADD CONSTRAINT "mail_use_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_use_mail" ON "mail_use" USING btree ("mail_id","journey_id");--> statement-breakpoint
INSERT INTO "mail_use" ("journey_id", "mail_id", "in_draft", "in_live", "sends")
WITH "named" AS (
	SELECT "id" AS "journey_id", lower("found" #>> '{}') AS "mail", true AS "in_draft", false AS "in_live"
	FROM "journey", jsonb_path_query("draft", '$.nodes.*.config.** ? (@.type() == "string")') AS "found"
	UNION ALL
	SELECT "id", lower("found" #>> '{}'), true, false
	FROM "journey", jsonb_path_query("draft", '$.settings.** ? (@.type() == "string")') AS "found"
	UNION ALL
	SELECT "journey"."id", lower("found" #>> '{}'), false, true
	FROM "journey" JOIN "version" ON "version"."id" = "journey"."live_version_id",
		jsonb_path_query("graph", '$.nodes.*.config.** ? (@.type() == "string")') AS "found"
	UNION ALL
	SELECT "journey"."id", lower("found" #>> '{}'), false, true
	FROM "journey" JOIN "version" ON "version"."id" = "journey"."live_version_id",
		jsonb_path_query("graph", '$.settings.** ? (@.type() == "string")') AS "found"
), "sent" AS (
	SELECT "journey"."id" AS "journey_id", "mail_version"."mail_id", max("mail_version"."id"::text)::uuid AS "sends"
	FROM "journey" JOIN "version" ON "version"."id" = "journey"."live_version_id",
		jsonb_each_text("version"."mails") AS "pin" JOIN "mail_version" ON "mail_version"."id"::text = "pin"."value"
	GROUP BY 1, 2
)
SELECT "named"."journey_id", "mail"."id", bool_or("in_draft"), bool_or("in_live"), max("sends"::text)::uuid
FROM "named" JOIN "mail" ON "mail"."id"::text = "named"."mail"
LEFT JOIN "sent" ON "sent"."journey_id" = "named"."journey_id" AND "sent"."mail_id" = "mail"."id"
GROUP BY 1, 2;--> statement-breakpoint
UPDATE "mail_version" SET "words" = "mail"."words" FROM "mail"
WHERE "mail"."id" = "mail_version"."mail_id" AND "mail"."updated_at" <= greatest("mail_version"."created_at", (
	SELECT max("pinning"."published_at")
	FROM (
		SELECT "pin"."value", max("published_at") AS "published_at"
		FROM "version", jsonb_each_text("mails") AS "pin" GROUP BY 1
	) AS "pinning" WHERE "pinning"."value" = "mail_version"."id"::text
));
