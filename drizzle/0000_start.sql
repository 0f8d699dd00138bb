CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE SEQUENCE "public"."event_id" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "effect" (
	"key" text PRIMARY KEY NOT NULL,
	"enrollment_id" uuid,
	"handoff_id" uuid,
	"journey_id" uuid,
	"lead_id" uuid,
	"node" text,
	"op" text,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"config" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"token" uuid,
	"lease_until" timestamp(3) with time zone,
	"next_try_at" timestamp(3) with time zone,
	"not_sent_reason" text,
	"error" text,
	"doubled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"settled_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "effect_attempt" (
	"key" text NOT NULL,
	"attempt" integer NOT NULL,
	"token" uuid NOT NULL,
	"claimed_at" timestamp(3) with time zone NOT NULL,
	"result" text,
	"detail" text,
	"recorded_at" timestamp(3) with time zone,
	CONSTRAINT "effect_attempt_key_attempt_pk" PRIMARY KEY("key","attempt")
);
--> statement-breakpoint
CREATE TABLE "enrollment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"journey_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"op" text NOT NULL,
	"node" text NOT NULL,
	"visit" integer NOT NULL,
	"visits" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"arrived_at" timestamp(3) with time zone NOT NULL,
	"arrived_event" bigint NOT NULL,
	"state" text NOT NULL,
	"hop" integer NOT NULL,
	"rest" integer NOT NULL,
	"until" timestamp(3) with time zone,
	"look_at" timestamp(3) with time zone,
	"nudged_at" timestamp(3) with time zone,
	"leaving" text,
	"held_by" text,
	"offset_ms" bigint DEFAULT 0 NOT NULL,
	"rule_seen" integer DEFAULT 0 NOT NULL,
	"reason" text,
	"reason_id" text,
	"stuck_why" jsonb,
	"trigger_node" text NOT NULL,
	"trigger_event" bigint,
	"test" boolean DEFAULT false NOT NULL,
	"entered_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "mark" (
	"only" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"checked_at" timestamp(3) with time zone,
	"claims_barred_at" timestamp(3) with time zone,
	"barred_why" text
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"priority" integer NOT NULL,
	"body" jsonb NOT NULL,
	"not_before" timestamp(3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "step" (
	"enrollment_id" uuid NOT NULL,
	"hop" integer NOT NULL,
	"journey_id" uuid NOT NULL,
	"from_op" text,
	"from_node" text,
	"outcome" text NOT NULL,
	"to_op" text,
	"to_node" text,
	"visit" integer NOT NULL,
	"due_at" timestamp(3) with time zone NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"written_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"event_id" bigint,
	"seen" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"test" boolean DEFAULT false NOT NULL,
	CONSTRAINT "step_enrollment_id_hop_pk" PRIMARY KEY("enrollment_id","hop")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" bigint NOT NULL,
	"stored_at" timestamp(3) with time zone NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"visitor_id" uuid NOT NULL,
	"name" text NOT NULL,
	"thing_id" bigint,
	"source" text,
	"mail_id" uuid,
	"sent_mail_id" uuid,
	"handoff_id" uuid,
	"journey_id" uuid,
	"enrollment_id" uuid,
	"node" text,
	"visit" integer,
	"outcome" text,
	"points" integer,
	"category" text,
	"retracted_at" timestamp(3) with time zone,
	"properties" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "event_id_stored_at_pk" PRIMARY KEY("id","stored_at")
) PARTITION BY RANGE ("stored_at");
--> statement-breakpoint
CREATE TABLE "message_id" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thing" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "thing_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"path" text,
	"title" text,
	"topic" text,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handoff" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"lead_id" uuid NOT NULL,
	"journey_id" uuid,
	"enrollment_id" uuid,
	"node" text,
	"visit" integer,
	"owner_id" uuid,
	"team_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"follow_up" text NOT NULL,
	"questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sla" jsonb NOT NULL,
	"calendar_id" uuid NOT NULL,
	"escalate_to" uuid,
	"due_at" timestamp(3) with time zone NOT NULL,
	"remind_at" timestamp(3) with time zone,
	"reminded_at" timestamp(3) with time zone,
	"overdue_at" timestamp(3) with time zone,
	"score" integer DEFAULT 0 NOT NULL,
	"why_now" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reject_reason" text,
	"outcome_note" text,
	"accepted_at" timestamp(3) with time zone,
	"met_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"until" timestamp(3) with time zone,
	"look_at" timestamp(3) with time zone,
	"nudged_at" timestamp(3) with time zone,
	"rest" integer DEFAULT 0 NOT NULL,
	"offset_ms" bigint DEFAULT 0 NOT NULL,
	"test" boolean DEFAULT false NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handoff_entry" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"handoff_id" uuid NOT NULL,
	"user_id" uuid,
	"kind" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_command" (
	"journey_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"command_id" text NOT NULL,
	"client_id" text NOT NULL,
	"command" jsonb NOT NULL,
	"user_id" uuid,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	CONSTRAINT "draft_command_journey_id_revision_pk" PRIMARY KEY("journey_id","revision")
);
--> statement-breakpoint
CREATE TABLE "held_node" (
	"journey_id" uuid NOT NULL,
	"node" text NOT NULL,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	CONSTRAINT "held_node_journey_id_node_pk" PRIMARY KEY("journey_id","node")
);
--> statement-breakpoint
CREATE TABLE "journey" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_revision" integer DEFAULT 0 NOT NULL,
	"published_revision" integer,
	"live_version_id" uuid,
	"rule" integer DEFAULT 0 NOT NULL,
	"paused_at" timestamp(3) with time zone,
	"archived_at" timestamp(3) with time zone,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journey_rule" (
	"journey_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"body" jsonb NOT NULL,
	"user_id" uuid,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"done_at" timestamp(3) with time zone,
	CONSTRAINT "journey_rule_journey_id_number_pk" PRIMARY KEY("journey_id","number")
);
--> statement-breakpoint
CREATE TABLE "live_trigger" (
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"node" text NOT NULL,
	"to" text,
	"trigger" jsonb NOT NULL,
	CONSTRAINT "live_trigger_journey_id_node_pk" PRIMARY KEY("journey_id","node")
);
--> statement-breakpoint
CREATE TABLE "progress" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "step_rollup" (
	"journey_id" uuid NOT NULL,
	"from_node" text NOT NULL,
	"outcome" text NOT NULL,
	"to_node" text NOT NULL,
	"day" date NOT NULL,
	"test" boolean NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "step_rollup_journey_id_from_node_outcome_to_node_day_test_pk" PRIMARY KEY("journey_id","from_node","outcome","to_node","day","test")
);
--> statement-breakpoint
CREATE TABLE "trigger_set" (
	"only" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"journey_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"graph" jsonb NOT NULL,
	"plan" jsonb NOT NULL,
	"hash" text NOT NULL,
	"mails" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"published_by" uuid,
	"published_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attribute_definition" (
	"of" text NOT NULL,
	"name" text NOT NULL,
	"title" jsonb NOT NULL,
	"kind" text NOT NULL,
	"options" jsonb,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	CONSTRAINT "attribute_definition_of_name_pk" PRIMARY KEY("of","name")
);
--> statement-breakpoint
CREATE TABLE "company" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"domain" text,
	"industry" text,
	"employees" integer,
	"region" text,
	"phone" text,
	"address" text,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"lead_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"given" boolean NOT NULL,
	"wording" text NOT NULL,
	"source" text NOT NULL,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lead" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"company_id" uuid,
	"email" text,
	"user_id" text,
	"name" text DEFAULT '' NOT NULL,
	"name_kana" text,
	"department" text,
	"title" text,
	"phone" text,
	"address" text,
	"region" text,
	"zone" text,
	"language" text,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"stage" text DEFAULT 'lead' NOT NULL,
	"stage_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"owner_id" uuid,
	"first_touch" jsonb,
	"test" boolean DEFAULT false NOT NULL,
	"bounced_at" timestamp(3) with time zone,
	"last_event_id" bigint DEFAULT 0 NOT NULL,
	"last_seen_at" timestamp(3) with time zone,
	"merged_into" uuid,
	"deleted_at" timestamp(3) with time zone,
	"erased_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lead_score" (
	"lead_id" uuid PRIMARY KEY NOT NULL,
	"score" integer NOT NULL,
	"valid_until" timestamp(3) with time zone,
	"rules" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "score_rule_set" (
	"revision" integer PRIMARY KEY NOT NULL,
	"window_days" integer NOT NULL,
	"hot_at" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"user_id" uuid,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppression" (
	"email" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visitor" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"lead_id" uuid,
	"anonymous_id" text,
	"first_touch" jsonb,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"last_seen_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_worker" (
	"worker" text NOT NULL,
	"seen_at" timestamp(3) with time zone NOT NULL,
	"started_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	CONSTRAINT "channel_worker_worker_pk" PRIMARY KEY("worker")
);
--> statement-breakpoint
CREATE TABLE "click_token" (
	"token" text PRIMARY KEY NOT NULL,
	"lead_id" uuid NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT 'marketing' NOT NULL,
	"topic" text DEFAULT 'marketing' NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"preview" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_version" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"mail_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"kind" text NOT NULL,
	"topic" text NOT NULL,
	"subject" text NOT NULL,
	"preview" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"links" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sent_mail" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"effect_key" text NOT NULL,
	"lead_id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	"mail_version_id" uuid NOT NULL,
	"journey_id" uuid,
	"enrollment_id" uuid,
	"node" text,
	"visit" integer,
	"address" text,
	"subject" text NOT NULL,
	"html" text,
	"links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sent_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"user_id" uuid,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"hours" jsonb NOT NULL,
	"holidays" text NOT NULL,
	"closed_dates" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"open_dates" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"href" text NOT NULL,
	"read_at" timestamp(3) with time zone,
	"at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"only" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"language" text DEFAULT 'ja' NOT NULL,
	"zone" text DEFAULT 'Asia/Tokyo' NOT NULL,
	"sender" jsonb NOT NULL,
	"quiet_hours" jsonb,
	"mails_per_week" integer,
	"test_addresses" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secret" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"last_turn" integer DEFAULT -1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_member" (
	"team_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "team_member_team_id_user_id_pk" PRIMARY KEY("team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "write_key" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"domains" text[] DEFAULT '{}' NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"impersonated_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'viewer' NOT NULL,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"ban_expires" timestamp with time zone,
	"language" text DEFAULT 'ja' NOT NULL,
	"colour_scheme" text DEFAULT 'auto' NOT NULL,
	"absent" boolean DEFAULT false NOT NULL,
	"preferences" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "effect" ADD CONSTRAINT "effect_enrollment_id_enrollment_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "effect_attempt" ADD CONSTRAINT "effect_attempt_key_effect_key_fk" FOREIGN KEY ("key") REFERENCES "public"."effect"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step" ADD CONSTRAINT "step_enrollment_id_enrollment_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_owner_id_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handoff_entry" ADD CONSTRAINT "handoff_entry_handoff_id_handoff_id_fk" FOREIGN KEY ("handoff_id") REFERENCES "public"."handoff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_command" ADD CONSTRAINT "draft_command_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_node" ADD CONSTRAINT "held_node_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_rule" ADD CONSTRAINT "journey_rule_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_trigger" ADD CONSTRAINT "live_trigger_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_journey_id_journey_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_company_id_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."company"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_owner_id_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_score" ADD CONSTRAINT "lead_score_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor" ADD CONSTRAINT "visitor_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_version" ADD CONSTRAINT "mail_version_mail_id_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_mail" ADD CONSTRAINT "sent_mail_lead_id_lead_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."lead"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "effect_enrollment" ON "effect" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "effect_handoff" ON "effect" USING btree ("handoff_id");--> statement-breakpoint
CREATE INDEX "effect_lead" ON "effect" USING btree ("lead_id","settled_at");--> statement-breakpoint
CREATE INDEX "effect_open" ON "effect" USING btree ("state","lease_until") WHERE "effect"."state" in ('waiting', 'claimed');--> statement-breakpoint
CREATE INDEX "effect_ambiguous" ON "effect" USING btree ("created_at") WHERE "effect"."state" = 'ambiguous' or "effect"."doubled";--> statement-breakpoint
CREATE UNIQUE INDEX "enrollment_open" ON "enrollment" USING btree ("journey_id","lead_id") WHERE "enrollment"."state" <> 'ended';--> statement-breakpoint
CREATE INDEX "enrollment_lead" ON "enrollment" USING btree ("lead_id","id");--> statement-breakpoint
CREATE INDEX "enrollment_last" ON "enrollment" USING btree ("journey_id","lead_id","entered_at");--> statement-breakpoint
CREATE INDEX "enrollment_node" ON "enrollment" USING btree ("journey_id","node","id") WHERE "enrollment"."state" <> 'ended';--> statement-breakpoint
CREATE INDEX "enrollment_look" ON "enrollment" USING btree ("look_at") WHERE "enrollment"."state" <> 'ended' and "enrollment"."look_at" is not null;--> statement-breakpoint
CREATE INDEX "enrollment_stuck" ON "enrollment" USING btree ("journey_id","id") WHERE "enrollment"."state" = 'stuck';--> statement-breakpoint
CREATE INDEX "enrollment_rule" ON "enrollment" USING btree ("journey_id","rule_seen","id") WHERE "enrollment"."state" <> 'ended';--> statement-breakpoint
CREATE INDEX "outbox_order" ON "outbox" USING btree ("priority","id");--> statement-breakpoint
CREATE INDEX "step_journey" ON "step" USING btree ("journey_id","written_at");--> statement-breakpoint
CREATE INDEX "step_written" ON "step" USING btree ("written_at");--> statement-breakpoint
CREATE INDEX "event_visitor" ON "event" USING btree ("visitor_id","id");--> statement-breakpoint
CREATE INDEX "event_name" ON "event" USING btree ("name","stored_at");--> statement-breakpoint
CREATE INDEX "message_id_at" ON "message_id" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "thing_key" ON "thing" USING btree ("kind","key");--> statement-breakpoint
CREATE INDEX "thing_path" ON "thing" USING btree ("kind","path");--> statement-breakpoint
CREATE INDEX "handoff_owner" ON "handoff" USING btree ("owner_id","state","due_at");--> statement-breakpoint
CREATE INDEX "handoff_state" ON "handoff" USING btree ("state","due_at","id");--> statement-breakpoint
CREATE INDEX "handoff_lead" ON "handoff" USING btree ("lead_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "handoff_visit" ON "handoff" USING btree ("enrollment_id","node","visit");--> statement-breakpoint
CREATE INDEX "handoff_look" ON "handoff" USING btree ("look_at") WHERE "handoff"."look_at" is not null;--> statement-breakpoint
CREATE INDEX "handoff_entry_handoff" ON "handoff_entry" USING btree ("handoff_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_command_id" ON "draft_command" USING btree ("journey_id","command_id");--> statement-breakpoint
CREATE INDEX "journey_state" ON "journey" USING btree ("state","updated_at");--> statement-breakpoint
CREATE INDEX "journey_updated" ON "journey" USING btree ("updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "version_number" ON "version" USING btree ("journey_id","number");--> statement-breakpoint
CREATE INDEX "company_name_key" ON "company" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "company_domain" ON "company" USING btree ("domain");--> statement-breakpoint
CREATE INDEX "company_name_search" ON "company" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "consent_lead" ON "consent" USING btree ("lead_id","topic","id");--> statement-breakpoint
CREATE UNIQUE INDEX "lead_email" ON "lead" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "lead_user_id" ON "lead" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "lead_company" ON "lead" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "lead_owner" ON "lead" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "lead_stage" ON "lead" USING btree ("stage","id");--> statement-breakpoint
CREATE INDEX "lead_created" ON "lead" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "lead_last_seen" ON "lead" USING btree ("last_seen_at","id");--> statement-breakpoint
CREATE INDEX "lead_search" ON "lead" USING gin (("name" || ' ' || coalesce("email", '')) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "lead_score_order" ON "lead_score" USING btree ("score","lead_id");--> statement-breakpoint
CREATE INDEX "lead_score_valid" ON "lead_score" USING btree ("valid_until");--> statement-breakpoint
CREATE UNIQUE INDEX "visitor_anonymous_id" ON "visitor" USING btree ("anonymous_id");--> statement-breakpoint
CREATE INDEX "visitor_lead" ON "visitor" USING btree ("lead_id");--> statement-breakpoint
CREATE INDEX "visitor_last_seen" ON "visitor" USING btree ("last_seen_at");--> statement-breakpoint
CREATE INDEX "click_token_expires" ON "click_token" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "mail_updated" ON "mail" USING btree ("updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_version_hash" ON "mail_version" USING btree ("mail_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "sent_mail_effect" ON "sent_mail" USING btree ("effect_key");--> statement-breakpoint
CREATE INDEX "sent_mail_lead" ON "sent_mail" USING btree ("lead_id","id");--> statement-breakpoint
CREATE INDEX "sent_mail_mail" ON "sent_mail" USING btree ("mail_id","id");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject","subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "notice_user" ON "notice" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "team_member_user" ON "team_member" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "write_key_key" ON "write_key" USING btree ("key");--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_token" ON "session" USING btree ("token");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_email" ON "user" USING btree ("email");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");
--> statement-breakpoint
CREATE FUNCTION ensure_event_partitions(from_month date, months int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE first date;
BEGIN
  FOR i IN 0 .. months LOOP
    first := (date_trunc('month', from_month) + make_interval(months => i))::date;
    EXECUTE format(
      'CREATE TABLE IF NOT EXISTS %I PARTITION OF event FOR VALUES FROM (%L) TO (%L)',
      'event_' || to_char(first, 'YYYY_MM'), first::timestamp AT TIME ZONE 'UTC', (first + interval '1 month')::timestamp AT TIME ZONE 'UTC');
  END LOOP;
END $$;
--> statement-breakpoint
SELECT ensure_event_partitions((clock_timestamp() AT TIME ZONE 'UTC')::date, 3);
--> statement-breakpoint
ALTER TABLE "enrollment" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
--> statement-breakpoint
ALTER TABLE "lead" SET (fillfactor = 90);
--> statement-breakpoint
ALTER TABLE "outbox" SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
--> statement-breakpoint
INSERT INTO "mark" ("only") VALUES (1);
--> statement-breakpoint
INSERT INTO "trigger_set" ("only") VALUES (1);
