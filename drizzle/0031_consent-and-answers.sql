CREATE INDEX "handoff_entry_user" ON "handoff_entry" USING btree ("user_id","at");--> statement-breakpoint
CREATE INDEX "consent_topic" ON "consent" USING btree ("topic","given","lead_id");