CREATE TABLE "draft_presence" (
	"journey_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"node" text,
	"seen_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "draft_presence_journey_id_client_id_pk" PRIMARY KEY("journey_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "journey_comment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"journey_id" uuid NOT NULL,
	"node" text NOT NULL,
	"body" text NOT NULL,
	"user_id" uuid,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"resolved_at" timestamp(3) with time zone,
	"resolved_by" uuid
);
--> statement-breakpoint
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_comment" ADD CONSTRAINT "journey_comment_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_comment" ADD CONSTRAINT "journey_comment_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journey_comment_node" ON "journey_comment" USING btree ("journey_id","node","id");