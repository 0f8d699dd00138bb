ALTER TABLE "handoff" ADD COLUMN "stuck_why" jsonb;--> statement-breakpoint
ALTER TABLE "handoff" ADD COLUMN "stuck_at" timestamp(3) with time zone;