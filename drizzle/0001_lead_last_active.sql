DROP INDEX "lead_last_seen";--> statement-breakpoint
CREATE INDEX "lead_last_active" ON "lead" USING btree (coalesce("last_seen_at", "created_at"),"id");