CREATE TABLE "bulk_change" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"verb" jsonb NOT NULL,
	"choice" jsonb NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"refused_why" jsonb,
	"after" text DEFAULT '' NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "loop_run" (
	"name" text PRIMARY KEY NOT NULL,
	"worker" text NOT NULL,
	"well_at" timestamp(3) with time zone,
	"took_ms" integer DEFAULT 0 NOT NULL,
	"did" integer DEFAULT 0 NOT NULL,
	"did_at" timestamp(3) with time zone,
	"total" bigint DEFAULT 0 NOT NULL,
	"failing_since" timestamp(3) with time zone,
	"failure" text
);
--> statement-breakpoint
DROP INDEX "effect_ambiguous";--> statement-breakpoint
ALTER TABLE "effect" ADD COLUMN "repeat_asked_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "enrollment" ADD COLUMN "stuck_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "bulk_change" ADD CONSTRAINT "bulk_change_asked_by_user_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_change_running" ON "bulk_change" USING btree ("id") WHERE "bulk_change"."state" = 'running';--> statement-breakpoint
CREATE INDEX "bulk_change_asked" ON "bulk_change" USING btree ("asked_by","id");--> statement-breakpoint
CREATE INDEX "effect_repeat" ON "effect" USING btree ("repeat_asked_at") WHERE "effect"."repeat_asked_at" is not null and "effect"."state" in ('waiting', 'claimed');--> statement-breakpoint
CREATE INDEX "enrollment_stuck_all" ON "enrollment" USING btree ("id") WHERE "enrollment"."state" = 'stuck';--> statement-breakpoint
CREATE INDEX "effect_ambiguous" ON "effect" USING btree ("created_at") WHERE "effect"."state" = 'ambiguous' or "effect"."doubled" or ("effect"."state" = 'failed' and "effect"."repeat_asked_at" is not null);