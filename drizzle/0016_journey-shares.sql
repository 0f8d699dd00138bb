CREATE TABLE "journey_share" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"journey_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"shows" text NOT NULL,
	"graph" jsonb,
	"with_counts" boolean NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone,
	"revoked_by" uuid,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"opened_at" timestamp(3) with time zone,
	"opened" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "journey_share" ADD CONSTRAINT "journey_share_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_share" ADD CONSTRAINT "journey_share_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "journey_share_token" ON "journey_share" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "journey_share_journey" ON "journey_share" USING btree ("journey_id","id");