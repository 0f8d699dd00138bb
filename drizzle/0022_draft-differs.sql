ALTER TABLE "journey" ADD COLUMN "draft_differs" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "journey" SET "draft_differs" = true FROM "version"
WHERE "version"."id" = "journey"."live_version_id" AND "journey"."draft_revision" <> "journey"."published_revision" AND (
	"journey"."draft" -> 'settings' IS DISTINCT FROM "version"."graph" -> 'settings'
	OR "journey"."draft" -> 'edges' IS DISTINCT FROM "version"."graph" -> 'edges'
	OR (SELECT jsonb_object_agg("key", "value" - 'position' - 'revision') FROM jsonb_each("journey"."draft" -> 'nodes'))
		IS DISTINCT FROM (SELECT jsonb_object_agg("key", "value" - 'position' - 'revision') FROM jsonb_each("version"."graph" -> 'nodes'))
);
