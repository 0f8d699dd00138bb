CREATE TABLE "robot_day" (
	"write_key_id" uuid NOT NULL,
	"day" date NOT NULL,
	"count" integer NOT NULL,
	"user_agent" text NOT NULL,
	"last_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	CONSTRAINT "robot_day_day_write_key_id_pk" PRIMARY KEY("day","write_key_id")
);
--> statement-breakpoint
ALTER TABLE "robot_day" ADD CONSTRAINT "robot_day_write_key_id_write_key_id_fk" FOREIGN KEY ("write_key_id") REFERENCES "public"."write_key"("id") ON DELETE cascade ON UPDATE no action;