CREATE TABLE "bucket" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"tracking" text NOT NULL,
	"location_id" uuid NOT NULL,
	"neg_ok" boolean NOT NULL,
	"lot_id" uuid,
	"condition" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"handling_unit_id" uuid,
	"on_hand" bigint NOT NULL,
	"reserved" bigint NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "bucket_pile" UNIQUE NULLS NOT DISTINCT("part_id","location_id","lot_id","condition","owner_id","handling_unit_id"),
	CONSTRAINT "bucket_id_part" UNIQUE("id","part_id","tracking"),
	CONSTRAINT "never_negative" CHECK ("bucket"."neg_ok" or "bucket"."on_hand" >= 0),
	CONSTRAINT "never_over_reserved" CHECK ("bucket"."reserved" >= 0 and ("bucket"."reserved" <= "bucket"."on_hand" or ("bucket"."neg_ok" and "bucket"."reserved" = 0))),
	CONSTRAINT "bucket_lot" CHECK ("bucket"."tracking" <> 'lot' or "bucket"."lot_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "condition" (
	"code" text PRIMARY KEY NOT NULL,
	"is_allocatable" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "entry_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"site_id" uuid,
	"document" text,
	"reason" text,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"posting_key" text,
	"reverses_id" uuid,
	CONSTRAINT "entry_posting_key" UNIQUE("posting_key"),
	CONSTRAINT "entry_reversed_once" UNIQUE("reverses_id"),
	CONSTRAINT "entry_kind" CHECK ("entry"."kind" in ('opening', 'receipt', 'move', 'issue', 'removal', 'pack', 'shipment',
                        'delivery', 'scrap', 'adjustment', 'reversal')),
	CONSTRAINT "entry_reason" CHECK ("entry"."kind" not in ('scrap', 'adjustment', 'reversal') or "entry"."reason" is not null),
	CONSTRAINT "entry_reversal" CHECK (("entry"."kind" = 'reversal') = ("entry"."reverses_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "handling_unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "handling_unit_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "lot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"lot_number" text NOT NULL,
	"expires_on" text
);
--> statement-breakpoint
CREATE TABLE "movement" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "movement_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"entry_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"part_id" uuid NOT NULL,
	"tracking" text NOT NULL,
	"quantity" bigint NOT NULL,
	"from_bucket_id" uuid NOT NULL,
	"to_bucket_id" uuid NOT NULL,
	"serial_id" uuid,
	"reservation_id" uuid,
	"from_after" bigint NOT NULL,
	"to_after" bigint NOT NULL,
	CONSTRAINT "movement_line" UNIQUE("entry_id","line"),
	CONSTRAINT "movement_quantity" CHECK ("movement"."quantity" > 0),
	CONSTRAINT "movement_two_sided" CHECK ("movement"."from_bucket_id" <> "movement"."to_bucket_id"),
	CONSTRAINT "movement_serial_one" CHECK ("movement"."serial_id" is null or "movement"."quantity" = 1),
	CONSTRAINT "movement_serial_named" CHECK (("movement"."tracking" = 'serial') = ("movement"."serial_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "reservation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bucket_id" uuid NOT NULL,
	"serial_id" uuid,
	"quantity" bigint NOT NULL,
	"consumed" bigint DEFAULT 0 NOT NULL,
	"released" bigint DEFAULT 0 NOT NULL,
	"document" text NOT NULL,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "reservation_quantity" CHECK ("reservation"."quantity" > 0),
	CONSTRAINT "reservation_open" CHECK ("reservation"."consumed" >= 0 and "reservation"."released" >= 0 and "reservation"."consumed" + "reservation"."released" <= "reservation"."quantity"),
	CONSTRAINT "reservation_serial" CHECK ("reservation"."serial_id" is null or "reservation"."quantity" = 1)
);
--> statement-breakpoint
CREATE TABLE "serial_unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"tracking" text GENERATED ALWAYS AS ('serial') STORED NOT NULL,
	"serial_number" text NOT NULL,
	"bucket_id" uuid,
	"hold_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "serial_unit_id_part" UNIQUE("id","part_id")
);
--> statement-breakpoint
CREATE TABLE "party" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name_en" text,
	"name_zh" text,
	"contact_name" text,
	"phone" text,
	"email" text,
	"address" text,
	"locale" text DEFAULT 'en' NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "party_kind" CHECK ("party"."kind" in ('company', 'customer', 'supplier', 'repairer')),
	CONSTRAINT "party_named" CHECK ("party"."name_en" is not null or "party"."name_zh" is not null)
);
--> statement-breakpoint
CREATE TABLE "demand_month" (
	"part_id" uuid NOT NULL,
	"month" text NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "demand_month_part_id_month_pk" PRIMARY KEY("part_id","month"),
	CONSTRAINT "demand_month_shape" CHECK ("demand_month"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "demand_month_quantity" CHECK ("demand_month"."quantity" >= 0)
);
--> statement-breakpoint
CREATE TABLE "part" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_number" text NOT NULL,
	"name_en" text,
	"name_zh" text,
	"category" text,
	"unit_of_measure" text NOT NULL,
	"tracking" text NOT NULL,
	"is_repairable" boolean NOT NULL,
	"manufacturer" text,
	"manufacturer_part_number" text,
	"cost_minor" bigint,
	"price_minor" bigint,
	"currency" text NOT NULL,
	"lead_time_days" integer,
	"minimum_order_quantity" integer,
	"pack_size" integer,
	"shelf_life_days" integer,
	"weight_grams" integer,
	"hs_code" text,
	"origin_country" text,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "part_id_tracking" UNIQUE("id","tracking"),
	CONSTRAINT "part_tracking" CHECK ("part"."tracking" in ('none', 'lot', 'serial')),
	CONSTRAINT "part_named" CHECK ("part"."name_en" is not null or "part"."name_zh" is not null),
	CONSTRAINT "part_money" CHECK ("part"."cost_minor" >= 0 and "part"."price_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "part_barcode" (
	"code" text PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "defective_return" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"site_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"document" text NOT NULL,
	"source_id" uuid NOT NULL,
	"fault_code" text,
	"owed_by_id" uuid NOT NULL,
	"owed_by_name" text NOT NULL,
	"state" text NOT NULL,
	"due_on" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removal_entry_id" uuid NOT NULL,
	"closing_entry_id" uuid,
	"closed_at" timestamp with time zone,
	CONSTRAINT "defective_return_number" UNIQUE("number"),
	CONSTRAINT "defective_return_source" UNIQUE("source_id"),
	CONSTRAINT "defective_return_quantity" CHECK ("defective_return"."quantity" > 0),
	CONSTRAINT "defective_return_state" CHECK ("defective_return"."state" in ('owed', 'returned', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "location" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"site_id" uuid,
	"custodian_id" uuid,
	"neg_ok" boolean GENERATED ALWAYS AS (kind in ('supplier', 'conversion', 'opening', 'count-difference')) STORED NOT NULL,
	"is_allocatable" boolean GENERATED ALWAYS AS (kind in ('storage', 'bench', 'van')) STORED NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "location_id_neg_ok" UNIQUE("id","neg_ok"),
	CONSTRAINT "location_kind" CHECK (case when "location"."site_id" is null
            then "location"."kind" in ('supplier', 'customer', 'repairer', 'scrap', 'conversion', 'opening',
                               'count-difference', 'in-transit')
            else "location"."kind" in ('dock', 'storage', 'bench', 'van', 'quarantine', 'shipping') end)
);
--> statement-breakpoint
CREATE TABLE "site" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text,
	"name_zh" text,
	"address" text,
	"phone" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "site_named" CHECK ("site"."name_en" is not null or "site"."name_zh" is not null)
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "one_time_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "one_time_link_purpose" CHECK ("one_time_link"."purpose" in ('first-administrator', 'set-password')),
	CONSTRAINT "one_time_link_person" CHECK (("one_time_link"."purpose" = 'set-password') = ("one_time_link"."person_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"display_name" text NOT NULL,
	"locale" text NOT NULL,
	"password_hash" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_locale" CHECK ("person"."locale" in ('en', 'zh-CN'))
);
--> statement-breakpoint
CREATE TABLE "person_role" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"site_id" uuid,
	CONSTRAINT "person_role_once" UNIQUE NULLS NOT DISTINCT("person_id","role","site_id"),
	CONSTRAINT "person_role_role" CHECK ("person_role"."role" in ('technician', 'clerk', 'planner', 'service-desk', 'approver', 'administrator')),
	CONSTRAINT "person_role_administrator_everywhere" CHECK ("person_role"."role" <> 'administrator' or "person_role"."site_id" is null)
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"idle_expires_at" timestamp with time zone NOT NULL,
	"absolute_expires_at" timestamp with time zone NOT NULL,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_level" (
	"site_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"min_quantity" bigint NOT NULL,
	"max_quantity" bigint NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stock_level_site_id_part_id_pk" PRIMARY KEY("site_id","part_id"),
	CONSTRAINT "stock_level_order" CHECK ("stock_level"."min_quantity" >= 0 and "stock_level"."max_quantity" > "stock_level"."min_quantity")
);
--> statement-breakpoint
CREATE TABLE "suggestion" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"facts" jsonb NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_because" text,
	CONSTRAINT "suggestion_quantity" CHECK ("suggestion"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "worker_lease" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"held_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "activity_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"command" text NOT NULL,
	"subject" text,
	"input" jsonb NOT NULL,
	"acknowledged" jsonb,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"unique_key" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"done_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"fact" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"delivered_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "request" (
	"key" text PRIMARY KEY NOT NULL,
	"actor_id" uuid NOT NULL,
	"command" text NOT NULL,
	"input_hash" text NOT NULL,
	"output" jsonb NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installed_unit" (
	"serial_unit_id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"sold_on" text,
	"accepted_on" text,
	"warranty_months" integer NOT NULL,
	"last_repaired_on" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "installed_unit_months" CHECK ("installed_unit"."warranty_months" between 0 and 240)
);
--> statement-breakpoint
CREATE TABLE "fault_code" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	CONSTRAINT "fault_code_kind" CHECK ("fault_code"."kind" in ('symptom', 'cause', 'remedy'))
);
--> statement-breakpoint
CREATE TABLE "job_fault" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "job_fault_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"job_id" uuid NOT NULL,
	"fault_code" text NOT NULL,
	"note" text,
	"recorded_by_id" uuid NOT NULL,
	"recorded_by_name" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_part" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "job_part_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"job_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"used_by_id" uuid NOT NULL,
	"used_by_name" text NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "job_part_quantity" CHECK ("job_part"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "repair_job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"site_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"serial_unit_id" uuid NOT NULL,
	"bench_id" uuid,
	"technician_id" uuid,
	"technician_name" text,
	"state" text NOT NULL,
	"cycle" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "repair_job_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "test_result" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "test_result_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"job_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"phase" text NOT NULL,
	"cycle" integer NOT NULL,
	"result" text NOT NULL,
	"note" text,
	"tested_by_id" uuid NOT NULL,
	"tested_by_name" text NOT NULL,
	"tested_at" timestamp with time zone NOT NULL,
	CONSTRAINT "test_result_phase" CHECK ("test_result"."phase" in ('diagnosis', 'final')),
	CONSTRAINT "test_result_result" CHECK ("test_result"."result" in ('pass', 'fail'))
);
--> statement-breakpoint
CREATE TABLE "test_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid,
	"position" integer NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"is_mandatory" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rma" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"site_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"contact_name" text,
	"contact_phone" text,
	"ship_to" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "rma_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "rma_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rma_id" uuid NOT NULL,
	"line_number" integer NOT NULL,
	"code" text NOT NULL,
	"site_id" uuid NOT NULL,
	"serial_unit_id" uuid NOT NULL,
	"arrived_serial" text,
	"arrived_unit_id" uuid,
	"fault_description" text NOT NULL,
	"accessories" jsonb NOT NULL,
	"coverage" jsonb NOT NULL,
	"charge_minor" bigint,
	"charge_currency" text,
	"charge_reference" text,
	"valid_until" text NOT NULL,
	"top" text NOT NULL,
	"inbound" text NOT NULL,
	"remedy" text NOT NULL,
	"outbound" text NOT NULL,
	"money" text NOT NULL,
	"hold" text NOT NULL,
	"received_at" timestamp with time zone,
	"promised_on" text,
	"closed_at" timestamp with time zone,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "rma_line_code" UNIQUE("code"),
	CONSTRAINT "rma_line_number" UNIQUE("rma_id","line_number"),
	CONSTRAINT "rma_line_top" CHECK ("rma_line"."top" in ('requested', 'open', 'closed', 'rejected', 'cancelled')),
	CONSTRAINT "rma_line_charge" CHECK ("rma_line"."charge_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "rma_shipment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"line_id" uuid NOT NULL,
	"handling_unit_id" uuid NOT NULL,
	"box_number" text NOT NULL,
	"reservation_id" uuid NOT NULL,
	"accessories" jsonb NOT NULL,
	"carrier" text,
	"tracking_number" text,
	"packed_at" timestamp with time zone NOT NULL,
	"unpacked_at" timestamp with time zone,
	"shipped_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "rma_shipment_number" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "bucket" ADD CONSTRAINT "bucket_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bucket" ADD CONSTRAINT "bucket_condition_condition_code_fk" FOREIGN KEY ("condition") REFERENCES "public"."condition"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bucket" ADD CONSTRAINT "bucket_owner_id_party_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bucket" ADD CONSTRAINT "bucket_handling_unit_id_handling_unit_id_fk" FOREIGN KEY ("handling_unit_id") REFERENCES "public"."handling_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bucket" ADD CONSTRAINT "bucket_part_tracking" FOREIGN KEY ("part_id","tracking") REFERENCES "public"."part"("id","tracking") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bucket" ADD CONSTRAINT "bucket_location_neg_ok" FOREIGN KEY ("location_id","neg_ok") REFERENCES "public"."location"("id","neg_ok") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_reverses" FOREIGN KEY ("reverses_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_reservation_id_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_from_part" FOREIGN KEY ("from_bucket_id","part_id","tracking") REFERENCES "public"."bucket"("id","part_id","tracking") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_to_part" FOREIGN KEY ("to_bucket_id","part_id","tracking") REFERENCES "public"."bucket"("id","part_id","tracking") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "movement" ADD CONSTRAINT "movement_serial_part" FOREIGN KEY ("serial_id","part_id") REFERENCES "public"."serial_unit"("id","part_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_bucket_id_bucket_id_fk" FOREIGN KEY ("bucket_id") REFERENCES "public"."bucket"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_serial_id_serial_unit_id_fk" FOREIGN KEY ("serial_id") REFERENCES "public"."serial_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "serial_unit" ADD CONSTRAINT "serial_unit_part" FOREIGN KEY ("part_id","tracking") REFERENCES "public"."part"("id","tracking") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "serial_unit" ADD CONSTRAINT "serial_unit_place" FOREIGN KEY ("bucket_id","part_id","tracking") REFERENCES "public"."bucket"("id","part_id","tracking") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demand_month" ADD CONSTRAINT "demand_month_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_barcode" ADD CONSTRAINT "part_barcode_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defective_return" ADD CONSTRAINT "defective_return_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defective_return" ADD CONSTRAINT "defective_return_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defective_return" ADD CONSTRAINT "defective_return_removal_entry_id_entry_id_fk" FOREIGN KEY ("removal_entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defective_return" ADD CONSTRAINT "defective_return_closing_entry_id_entry_id_fk" FOREIGN KEY ("closing_entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "location" ADD CONSTRAINT "location_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installed_unit" ADD CONSTRAINT "installed_unit_serial_unit_id_serial_unit_id_fk" FOREIGN KEY ("serial_unit_id") REFERENCES "public"."serial_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installed_unit" ADD CONSTRAINT "installed_unit_customer_id_party_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_fault" ADD CONSTRAINT "job_fault_job_id_repair_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."repair_job"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_fault" ADD CONSTRAINT "job_fault_fault_code_fault_code_code_fk" FOREIGN KEY ("fault_code") REFERENCES "public"."fault_code"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_part" ADD CONSTRAINT "job_part_job_id_repair_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."repair_job"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_part" ADD CONSTRAINT "job_part_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_part" ADD CONSTRAINT "job_part_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_job" ADD CONSTRAINT "repair_job_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_job" ADD CONSTRAINT "repair_job_line_id_rma_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."rma_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_job" ADD CONSTRAINT "repair_job_serial_unit_id_serial_unit_id_fk" FOREIGN KEY ("serial_unit_id") REFERENCES "public"."serial_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_job" ADD CONSTRAINT "repair_job_bench_id_location_id_fk" FOREIGN KEY ("bench_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_result" ADD CONSTRAINT "test_result_job_id_repair_job_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."repair_job"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_result" ADD CONSTRAINT "test_result_step_id_test_step_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."test_step"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_step" ADD CONSTRAINT "test_step_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rma" ADD CONSTRAINT "rma_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rma" ADD CONSTRAINT "rma_customer_id_party_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rma_line" ADD CONSTRAINT "rma_line_rma_id_rma_id_fk" FOREIGN KEY ("rma_id") REFERENCES "public"."rma"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rma_line" ADD CONSTRAINT "rma_line_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rma_line" ADD CONSTRAINT "rma_line_serial_unit_id_serial_unit_id_fk" FOREIGN KEY ("serial_unit_id") REFERENCES "public"."serial_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rma_line" ADD CONSTRAINT "rma_line_arrived_unit_id_serial_unit_id_fk" FOREIGN KEY ("arrived_unit_id") REFERENCES "public"."serial_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rma_shipment" ADD CONSTRAINT "rma_shipment_line_id_rma_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."rma_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bucket_location" ON "bucket" USING btree ("location_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_seq" ON "entry" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "entry_document" ON "entry" USING btree ("document","seq");--> statement-breakpoint
CREATE INDEX "entry_posted" ON "entry" USING btree ("posted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "lot_number" ON "lot" USING btree ("part_id","lot_number");--> statement-breakpoint
CREATE INDEX "movement_from" ON "movement" USING btree ("from_bucket_id","seq");--> statement-breakpoint
CREATE INDEX "movement_to" ON "movement" USING btree ("to_bucket_id","seq");--> statement-breakpoint
CREATE INDEX "movement_serial" ON "movement" USING btree ("serial_id","seq") WHERE "movement"."serial_id" is not null;--> statement-breakpoint
CREATE INDEX "movement_part" ON "movement" USING btree ("part_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_hold_per_serial" ON "reservation" USING btree ("serial_id") WHERE "reservation"."serial_id" is not null and "reservation"."consumed" + "reservation"."released" < "reservation"."quantity";--> statement-breakpoint
CREATE INDEX "reservation_live" ON "reservation" USING btree ("bucket_id") WHERE "reservation"."consumed" + "reservation"."released" < "reservation"."quantity";--> statement-breakpoint
CREATE INDEX "reservation_document" ON "reservation" USING btree ("document");--> statement-breakpoint
CREATE UNIQUE INDEX "serial_unit_number" ON "serial_unit" USING btree ("part_id","serial_number");--> statement-breakpoint
CREATE INDEX "serial_unit_scan" ON "serial_unit" USING btree ("serial_number");--> statement-breakpoint
CREATE INDEX "serial_unit_bucket" ON "serial_unit" USING btree ("bucket_id");--> statement-breakpoint
CREATE UNIQUE INDEX "party_code" ON "party" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "party_one_company" ON "party" USING btree ("kind") WHERE "party"."kind" = 'company';--> statement-breakpoint
CREATE UNIQUE INDEX "part_number" ON "part" USING btree ("part_number");--> statement-breakpoint
CREATE INDEX "defective_return_owed" ON "defective_return" USING btree ("site_id","state","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "location_code" ON "location" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "location_one_virtual" ON "location" USING btree ("kind") WHERE "location"."site_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "site_code" ON "site" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "api_token_hash" ON "api_token" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "api_token_person" ON "api_token" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_login" ON "person" USING btree ("login");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_throttle_age" ON "sign_in_throttle" USING btree ("window_start");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_suggestion" ON "suggestion" USING btree ("site_id","part_id") WHERE "suggestion"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "suggestion_opened" ON "suggestion" USING btree ("opened_at");--> statement-breakpoint
CREATE INDEX "activity_subject" ON "activity" USING btree ("subject","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_seq" ON "activity" USING btree ("seq");--> statement-breakpoint
CREATE UNIQUE INDEX "job_unique_key" ON "job" USING btree ("unique_key") WHERE "job"."done_at" is null and "job"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "job_waiting" ON "job" USING btree ("run_at") WHERE "job"."done_at" is null and "job"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("seq") WHERE "outbox"."delivered_at" is null;--> statement-breakpoint
CREATE INDEX "request_recorded_at" ON "request" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "installed_unit_customer" ON "installed_unit" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "job_fault_job" ON "job_fault" USING btree ("job_id","seq");--> statement-breakpoint
CREATE INDEX "job_part_job" ON "job_part" USING btree ("job_id","seq");--> statement-breakpoint
CREATE INDEX "repair_job_site" ON "repair_job" USING btree ("site_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_job_per_unit" ON "repair_job" USING btree ("serial_unit_id") WHERE "repair_job"."state" not in ('closed', 'cancelled', 'uneconomic');--> statement-breakpoint
CREATE INDEX "repair_job_line" ON "repair_job" USING btree ("line_id");--> statement-breakpoint
CREATE INDEX "test_result_job" ON "test_result" USING btree ("job_id","seq");--> statement-breakpoint
CREATE INDEX "test_step_part" ON "test_step" USING btree ("part_id","position");--> statement-breakpoint
CREATE INDEX "rma_customer" ON "rma" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "rma_created" ON "rma" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_line_per_serial" ON "rma_line" USING btree ("serial_unit_id") WHERE "rma_line"."top" in ('requested', 'open');--> statement-breakpoint
CREATE INDEX "rma_line_site" ON "rma_line" USING btree ("site_id","top","inbound");--> statement-breakpoint
CREATE INDEX "rma_shipment_tracking" ON "rma_shipment" USING btree ("tracking_number");--> statement-breakpoint
CREATE UNIQUE INDEX "rma_shipment_one_live" ON "rma_shipment" USING btree ("line_id") WHERE "rma_shipment"."unpacked_at" is null;