CREATE TABLE "bulk_enrolment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"journey_id" uuid NOT NULL,
	"filter" jsonb NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"ended_why" text,
	"last_lead" uuid,
	"after_lead" uuid,
	"expected" integer,
	"entered" integer DEFAULT 0 NOT NULL,
	"refused" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"turn_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"user_id" uuid,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
ALTER TABLE "bulk_enrolment" ADD CONSTRAINT "bulk_enrolment_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_enrolment" ADD CONSTRAINT "bulk_enrolment_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_enrolment_turn" ON "bulk_enrolment" USING btree ("turn_at") WHERE "bulk_enrolment"."state" = 'running';--> statement-breakpoint
CREATE INDEX "bulk_enrolment_journey" ON "bulk_enrolment" USING btree ("journey_id","id");