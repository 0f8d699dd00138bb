CREATE TABLE "refusal" (
	"journey_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"node" text NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	"first_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "refusal_journey_id_lead_id_reason_pk" PRIMARY KEY("journey_id","lead_id","reason")
);
--> statement-breakpoint
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refusal_journey" ON "refusal" USING btree ("journey_id","last_at","lead_id");--> statement-breakpoint
CREATE INDEX "refusal_lead" ON "refusal" USING btree ("lead_id","last_at");