ALTER TABLE "handoff" ALTER COLUMN "escalate_to" SET DATA TYPE uuid[] USING array_remove(array["escalate_to"], null);--> statement-breakpoint
ALTER TABLE "handoff" ALTER COLUMN "escalate_to" SET DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "handoff" ALTER COLUMN "escalate_to" SET NOT NULL;
