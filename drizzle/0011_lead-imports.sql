CREATE TABLE "lead_import" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'sending' NOT NULL,
	"fields" jsonb NOT NULL,
	"existing" text NOT NULL,
	"consent" jsonb,
	"rows" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone DEFAULT date_trunc('milliseconds', clock_timestamp()) NOT NULL,
	"ended_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "lead_import_row" (
	"import_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"cells" jsonb,
	"email" text,
	"verdict" text NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "lead_import_row_import_id_number_pk" PRIMARY KEY("import_id","number")
);
--> statement-breakpoint
ALTER TABLE "lead_import_row" ADD CONSTRAINT "lead_import_row_import_id_lead_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."lead_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lead_import_row_email" ON "lead_import_row" USING btree ("import_id","email","number");--> statement-breakpoint
CREATE INDEX "lead_import_row_verdict" ON "lead_import_row" USING btree ("import_id","verdict","number");--> statement-breakpoint
CREATE INDEX "lead_import_row_open" ON "lead_import_row" USING btree ("import_id","number") WHERE "lead_import_row"."verdict" in ('create', 'update', 'skip');