CREATE TABLE "mail_rollup" (
	"journey_id" uuid NOT NULL,
	"node" text NOT NULL,
	"test" boolean NOT NULL,
	"sent" integer NOT NULL,
	"opened" integer NOT NULL,
	"clicked" integer NOT NULL,
	CONSTRAINT "mail_rollup_journey_id_node_test_pk" PRIMARY KEY("journey_id","node","test")
);
--> statement-breakpoint
ALTER TABLE "sent_mail" ADD COLUMN "opened_counted_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "sent_mail" ADD COLUMN "clicked_counted_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "handoff_waiting" ON "handoff" USING btree ("journey_id","node") WHERE "handoff"."state" = 'open';