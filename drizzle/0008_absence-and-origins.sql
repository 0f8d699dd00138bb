CREATE TABLE "refused_origin" (
	"write_key_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"last_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	CONSTRAINT "refused_origin_write_key_id_origin_pk" PRIMARY KEY("write_key_id","origin")
);
--> statement-breakpoint
ALTER TABLE "write_key" ADD COLUMN "last_used_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "absent_from" date;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "absent_until" date;--> statement-breakpoint
ALTER TABLE "refused_origin" ADD CONSTRAINT "refused_origin_write_key_id_write_key_id_fk" FOREIGN KEY ("write_key_id") REFERENCES "public"."write_key"("id") ON DELETE cascade ON UPDATE no action;