ALTER TABLE "handoff" ADD COLUMN "next_contact_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "next_contact_timed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "next_contact_note" text;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "next_contact_told_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "work_at" timestamp(3) with time zone GENERATED ALWAYS AS (coalesce(next_contact_at, timezone('UTC', timezone('UTC', due_at) + interval '100 years'))) STORED;--> statement-breakpoint
CREATE INDEX "handoff_owner_work" ON "handoff" USING btree ("owner_id","state","work_at","id");--> statement-breakpoint
CREATE INDEX "handoff_work" ON "handoff" USING btree ("state","work_at","id");