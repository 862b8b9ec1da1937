CREATE TABLE "change_proof" (
	"id" uuid PRIMARY KEY NOT NULL,
	"change_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"added_by_name" text NOT NULL,
	CONSTRAINT "change_proof_size" CHECK (octet_length("change_proof"."content") between 1 and 5242880)
);
--> statement-breakpoint
CREATE TABLE "change_reason" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_en" text NOT NULL,
	"name_zh" text NOT NULL,
	"is_active" boolean NOT NULL,
	CONSTRAINT "change_reason_kind" CHECK ("change_reason"."kind" in ('adjustment', 'scrap'))
);
--> statement-breakpoint
CREATE TABLE "stock_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"direction" text NOT NULL,
	"site_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"lot_id" uuid,
	"condition" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"reason_code" text NOT NULL,
	"note" text,
	"value_minor" bigint,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"requested_by_id" uuid NOT NULL,
	"requested_by_name" text NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_id" uuid,
	"decided_by_name" text,
	"decision_note" text,
	"entry_id" uuid,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "stock_change_number" UNIQUE("number"),
	CONSTRAINT "stock_change_kind" CHECK ("stock_change"."kind" in ('adjustment', 'scrap')),
	CONSTRAINT "stock_change_direction" CHECK ("stock_change"."direction" in ('up', 'down') and ("stock_change"."kind" = 'adjustment' or "stock_change"."direction" = 'down')),
	CONSTRAINT "stock_change_quantity" CHECK ("stock_change"."quantity" > 0),
	CONSTRAINT "stock_change_state" CHECK ("stock_change"."state" in ('requested', 'posted', 'rejected', 'cancelled')),
	CONSTRAINT "stock_change_posted" CHECK (("stock_change"."state" = 'posted') = ("stock_change"."entry_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "stock_change_piece" (
	"id" uuid PRIMARY KEY NOT NULL,
	"change_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"serial_id" uuid,
	"serial_number" text,
	"hold_id" uuid,
	CONSTRAINT "stock_change_piece_hold" UNIQUE("hold_id"),
	CONSTRAINT "stock_change_piece_quantity" CHECK ("stock_change_piece"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "count_bin" (
	"id" uuid PRIMARY KEY NOT NULL,
	"count_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"part_id" uuid,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"pass" integer DEFAULT 0 NOT NULL,
	"counted_by_id" uuid,
	"counted_by_name" text,
	"opened_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "count_bin_once" UNIQUE NULLS NOT DISTINCT("count_id","location_id","part_id"),
	CONSTRAINT "count_bin_state" CHECK ("count_bin"."state" in ('waiting', 'counting', 'to-recount', 'done', 'closed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "count_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"count_id" uuid NOT NULL,
	"bin_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"bucket_id" uuid,
	"lot_id" uuid,
	"condition" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"state" text NOT NULL,
	"pass" integer NOT NULL,
	"counted" bigint NOT NULL,
	"first_on_hand" bigint NOT NULL,
	"seen_on_hand" bigint NOT NULL,
	"seen_version" bigint NOT NULL,
	"difference" bigint,
	"value_minor" bigint,
	"has_moved" boolean DEFAULT false NOT NULL,
	"counted_by_id" uuid NOT NULL,
	"counted_by_name" text NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"decided_by_id" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"decision_note" text,
	"entry_id" uuid,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "count_line_state" CHECK ("count_line"."state" in ('counting', 'to-recount', 'to-approve', 'right', 'posted', 'dismissed',
                         'cancelled')),
	CONSTRAINT "count_line_counted" CHECK ("count_line"."counted" >= 0),
	CONSTRAINT "count_line_difference" CHECK ("count_line"."difference" is null or "count_line"."bucket_id" is null
          or "count_line"."difference" = "count_line"."counted" - "count_line"."seen_on_hand")
);
--> statement-breakpoint
CREATE TABLE "count_piece" (
	"id" uuid PRIMARY KEY NOT NULL,
	"line_id" uuid NOT NULL,
	"pass" integer NOT NULL,
	"serial_number" text NOT NULL,
	"serial_id" uuid,
	"outcome" text NOT NULL,
	"seen_bucket_id" uuid,
	"counted_by_id" uuid NOT NULL,
	"counted_by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "count_piece_once" UNIQUE("line_id","pass","serial_number"),
	CONSTRAINT "count_piece_outcome" CHECK ("count_piece"."outcome" in ('here', 'missing', 'elsewhere', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "count_scan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"line_id" uuid NOT NULL,
	"pass" integer NOT NULL,
	"kind" text NOT NULL,
	"quantity" bigint NOT NULL,
	"on_hand" bigint NOT NULL,
	"version" bigint NOT NULL,
	"counted_by_id" uuid NOT NULL,
	"counted_by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "count_scan_kind" CHECK ("count_scan"."kind" in ('add', 'set', 'not-found')),
	CONSTRAINT "count_scan_quantity" CHECK ("count_scan"."quantity" >= 0)
);
--> statement-breakpoint
CREATE TABLE "count_seen" (
	"bin_id" uuid NOT NULL,
	"pass" integer NOT NULL,
	"bucket_id" uuid NOT NULL,
	"on_hand" bigint NOT NULL,
	"version" bigint NOT NULL,
	"serial_ids" jsonb NOT NULL,
	CONSTRAINT "count_seen_bin_id_pass_bucket_id_pk" PRIMARY KEY("bin_id","pass","bucket_id")
);
--> statement-breakpoint
CREATE TABLE "count_tolerance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid,
	"pieces" bigint NOT NULL,
	"percent" integer NOT NULL,
	"value_minor" bigint NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by_name" text NOT NULL,
	CONSTRAINT "count_tolerance_site" UNIQUE NULLS NOT DISTINCT("site_id"),
	CONSTRAINT "count_tolerance_limits" CHECK ("count_tolerance"."pieces" >= 0 and "count_tolerance"."percent" between 0 and 100 and "count_tolerance"."value_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "stock_count" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"choice" jsonb NOT NULL,
	"note" text,
	"document" text,
	"tolerance_pieces" bigint NOT NULL,
	"tolerance_percent" integer NOT NULL,
	"tolerance_value_minor" bigint NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by_name" text,
	"cancel_reason" text,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "stock_count_number" UNIQUE("number"),
	CONSTRAINT "stock_count_state" CHECK ("stock_count"."state" in ('open', 'counting', 'to-recount', 'to-approve', 'posted', 'cancelled')),
	CONSTRAINT "stock_count_kind" CHECK ("stock_count"."kind" in ('bins', 'site', 'zone', 'part', 'van', 'due', 'short-pick'))
);
--> statement-breakpoint
CREATE TABLE "approval_limit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"max_minor" bigint NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "approval_limit_once" UNIQUE NULLS NOT DISTINCT("kind","person_id"),
	CONSTRAINT "approval_limit_kind" CHECK ("approval_limit"."kind" in ('request', 'scrap', 'adjustment')),
	CONSTRAINT "approval_limit_value" CHECK ("approval_limit"."max_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "consignment_payable" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "consignment_payable_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"supplier_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"unit_price_minor" bigint,
	"currency" text,
	"entry_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consignment_payable_line" UNIQUE("entry_id","line"),
	CONSTRAINT "consignment_payable_quantity" CHECK ("consignment_payable"."quantity" <> 0),
	CONSTRAINT "consignment_payable_price" CHECK ("consignment_payable"."unit_price_minor" >= 0),
	CONSTRAINT "consignment_payable_currency" CHECK (("consignment_payable"."unit_price_minor" is null) = ("consignment_payable"."currency" is null))
);
--> statement-breakpoint
CREATE TABLE "cost_entry" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "cost_entry_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"part_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"entry_id" uuid,
	"line" integer,
	"quantity" bigint NOT NULL,
	"value_minor" bigint NOT NULL,
	"variance_minor" bigint DEFAULT 0 NOT NULL,
	"quantity_after" bigint NOT NULL,
	"value_after" bigint NOT NULL,
	"method" text,
	"standard_minor" bigint,
	"reason" text,
	"actor_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "cost_entry_line" UNIQUE("entry_id","line"),
	CONSTRAINT "cost_entry_kind" CHECK ("cost_entry"."kind" in ('posting', 'revaluation', 'opening')),
	CONSTRAINT "cost_entry_of_posting" CHECK (case when "cost_entry"."kind" = 'posting' then "cost_entry"."entry_id" is not null and "cost_entry"."line" is not null
            else "cost_entry"."entry_id" is null and "cost_entry"."line" is null end),
	CONSTRAINT "cost_entry_revaluation" CHECK ("cost_entry"."kind" <> 'revaluation'
          or ("cost_entry"."quantity" = 0 and "cost_entry"."reason" is not null and "cost_entry"."method" is not null)),
	CONSTRAINT "cost_entry_after" CHECK ("cost_entry"."value_after" >= 0)
);
--> statement-breakpoint
CREATE TABLE "part_cost" (
	"part_id" uuid PRIMARY KEY NOT NULL,
	"method" text DEFAULT 'average' NOT NULL,
	"standard_minor" bigint,
	"quantity" bigint DEFAULT 0 NOT NULL,
	"value_minor" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "part_cost_method" CHECK ("part_cost"."method" in ('average', 'standard')),
	CONSTRAINT "part_cost_standard" CHECK (case when "part_cost"."method" = 'standard'
            then "part_cost"."standard_minor" >= 0 and "part_cost"."standard_minor" is not null
                 and "part_cost"."value_minor"::numeric = "part_cost"."quantity"::numeric * "part_cost"."standard_minor"
            else "part_cost"."standard_minor" is null end),
	CONSTRAINT "part_cost_quantity" CHECK ("part_cost"."quantity" >= 0),
	CONSTRAINT "part_cost_value" CHECK ("part_cost"."value_minor" >= 0),
	CONSTRAINT "part_cost_empty" CHECK ("part_cost"."quantity" > 0 or "part_cost"."value_minor" = 0)
);
--> statement-breakpoint
CREATE TABLE "period_closing" (
	"closed_before" text PRIMARY KEY NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"closed_by_id" uuid NOT NULL,
	"closed_by_name" text NOT NULL,
	CONSTRAINT "period_closing_day" CHECK ("period_closing"."closed_before" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "custom_field" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"label_en" text,
	"label_zh" text,
	"kind" text NOT NULL,
	"is_required" boolean NOT NULL,
	"choices" jsonb NOT NULL,
	"position" integer NOT NULL,
	"retired_at" timestamp with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "custom_field_kind" CHECK ("custom_field"."kind" in ('text', 'number', 'day', 'choice')),
	CONSTRAINT "custom_field_named" CHECK ("custom_field"."label_en" is not null or "custom_field"."label_zh" is not null),
	CONSTRAINT "custom_field_choices" CHECK (jsonb_typeof("custom_field"."choices") = 'array'
          and ("custom_field"."kind" = 'choice') = (jsonb_array_length("custom_field"."choices") > 0))
);
--> statement-breakpoint
CREATE TABLE "part_custom_value" (
	"part_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "part_custom_value_part_id_field_id_pk" PRIMARY KEY("part_id","field_id"),
	CONSTRAINT "part_custom_value_plain" CHECK (jsonb_typeof("part_custom_value"."value") in ('string', 'number'))
);
--> statement-breakpoint
CREATE TABLE "part_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"added_by_name" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by_name" text,
	CONSTRAINT "part_file_size" CHECK ("part_file"."size_bytes" = octet_length("part_file"."bytes") and "part_file"."size_bytes" > 0),
	CONSTRAINT "part_file_sha256" CHECK ("part_file"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "part_model" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"model" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "part_relation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_part_id" uuid NOT NULL,
	"to_part_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"is_two_way" boolean NOT NULL,
	"numerator" integer NOT NULL,
	"denominator" integer NOT NULL,
	"valid_from" text,
	"valid_to" text,
	"use_up_old_first" boolean NOT NULL,
	"effectivity" text,
	"note" text,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "part_relation_kind" CHECK ("part_relation"."kind" in ('supersedes', 'alternate')),
	CONSTRAINT "part_relation_two_parts" CHECK ("part_relation"."from_part_id" <> "part_relation"."to_part_id"),
	CONSTRAINT "part_relation_ratio" CHECK ("part_relation"."numerator" > 0 and "part_relation"."denominator" > 0),
	CONSTRAINT "part_relation_days" CHECK ("part_relation"."valid_from" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
          and "part_relation"."valid_to" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and "part_relation"."valid_from" <= "part_relation"."valid_to")
);
--> statement-breakpoint
CREATE TABLE "supplier_part" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"supplier_id" uuid NOT NULL,
	"supplier_part_number" text,
	"currency" text NOT NULL,
	"pack_size" integer NOT NULL,
	"minimum_order" integer NOT NULL,
	"lead_time_days" integer,
	"is_preferred" boolean NOT NULL,
	"valid_from" text,
	"valid_to" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "supplier_part_amounts" CHECK ("supplier_part"."pack_size" > 0 and "supplier_part"."minimum_order" > 0),
	CONSTRAINT "supplier_part_lead_time" CHECK ("supplier_part"."lead_time_days" >= 0),
	CONSTRAINT "supplier_part_days" CHECK ("supplier_part"."valid_from" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
          and "supplier_part"."valid_to" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and "supplier_part"."valid_from" <= "supplier_part"."valid_to")
);
--> statement-breakpoint
CREATE TABLE "supplier_price" (
	"supplier_part_id" uuid NOT NULL,
	"from_quantity" bigint NOT NULL,
	"price_minor" bigint NOT NULL,
	CONSTRAINT "supplier_price_supplier_part_id_from_quantity_pk" PRIMARY KEY("supplier_part_id","from_quantity"),
	CONSTRAINT "supplier_price_amounts" CHECK ("supplier_price"."from_quantity" > 0 and "supplier_price"."price_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "part_unit" (
	"part_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"numerator" integer NOT NULL,
	"denominator" integer NOT NULL,
	CONSTRAINT "part_unit_part_id_unit_pk" PRIMARY KEY("part_id","unit"),
	CONSTRAINT "part_unit_factor" CHECK ("part_unit"."numerator" > 0 and "part_unit"."denominator" > 0)
);
--> statement-breakpoint
CREATE TABLE "expected_supply" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"quantity" bigint NOT NULL,
	"expected_at" timestamp with time zone,
	"document" text NOT NULL,
	"document_number" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "expected_supply_document" UNIQUE("document"),
	CONSTRAINT "expected_supply_kind" CHECK ("expected_supply"."kind" in ('purchase', 'repair')),
	CONSTRAINT "expected_supply_quantity" CHECK ("expected_supply"."quantity" >= 0)
);
--> statement-breakpoint
CREATE TABLE "kit" (
	"part_id" uuid PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "kit_revision_counts" CHECK ("kit"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "kit_component" (
	"kit_part_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"quantity" integer NOT NULL,
	"is_optional" boolean NOT NULL,
	"allows_substitutes" boolean NOT NULL,
	CONSTRAINT "kit_component_kit_part_id_part_id_pk" PRIMARY KEY("kit_part_id","part_id"),
	CONSTRAINT "kit_component_quantity" CHECK ("kit_component"."quantity" between 1 and 10000),
	CONSTRAINT "kit_component_not_itself" CHECK ("kit_component"."kit_part_id" <> "kit_component"."part_id")
);
--> statement-breakpoint
CREATE TABLE "kit_order" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"site_id" uuid NOT NULL,
	"kit_part_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"location_id" uuid NOT NULL,
	"condition" text NOT NULL,
	"lot_id" uuid,
	"quantity" bigint NOT NULL,
	"serial_numbers" jsonb NOT NULL,
	"note" text,
	"entry_id" uuid NOT NULL,
	"scrap_entry_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	CONSTRAINT "kit_order_number" UNIQUE("number"),
	CONSTRAINT "kit_order_kind" CHECK ("kit_order"."kind" in ('build', 'break')),
	CONSTRAINT "kit_order_quantity" CHECK ("kit_order"."quantity" > 0),
	CONSTRAINT "kit_order_scrap" CHECK ("kit_order"."kind" = 'break' or "kit_order"."scrap_entry_id" is null)
);
--> statement-breakpoint
CREATE TABLE "kit_order_line" (
	"order_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"kind" text NOT NULL,
	"part_id" uuid NOT NULL,
	"for_part_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"location_id" uuid,
	"condition" text,
	"lot_id" uuid,
	"serial_id" uuid,
	"reason" text,
	CONSTRAINT "kit_order_line_number" UNIQUE("order_id","line"),
	CONSTRAINT "kit_order_line_kind" CHECK ("kit_order_line"."kind" in ('used', 'returned', 'missing')),
	CONSTRAINT "kit_order_line_quantity" CHECK ("kit_order_line"."quantity" > 0),
	CONSTRAINT "kit_order_line_reason" CHECK (("kit_order_line"."kind" = 'missing') = ("kit_order_line"."reason" is not null)),
	CONSTRAINT "kit_order_line_place" CHECK ("kit_order_line"."kind" = 'missing' or "kit_order_line"."location_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "kit_revision" (
	"kit_part_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"components" jsonb NOT NULL,
	"note" text,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by_name" text NOT NULL,
	CONSTRAINT "kit_revision_kit_part_id_revision_pk" PRIMARY KEY("kit_part_id","revision")
);
--> statement-breakpoint
CREATE TABLE "model_bom_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_model_id" uuid NOT NULL,
	"position" text NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "model_bom_line_quantity" CHECK ("model_bom_line"."quantity" between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "calendar_holiday" (
	"calendar_id" uuid NOT NULL,
	"day" date NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "calendar_holiday_calendar_id_day_pk" PRIMARY KEY("calendar_id","day")
);
--> statement-breakpoint
CREATE TABLE "lane" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_site_id" uuid NOT NULL,
	"to_site_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"carrier" text,
	"lead_hours" integer NOT NULL,
	"spread_hours" integer NOT NULL,
	"cost_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"calendar_id" uuid NOT NULL,
	"cut_off_minute" smallint,
	"priority" smallint NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"auto_receive_after" text,
	"version" integer DEFAULT 1 NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lane_two_sites" CHECK ("lane"."from_site_id" <> "lane"."to_site_id"),
	CONSTRAINT "lane_mode" CHECK ("lane"."mode" in ('road', 'air', 'sea', 'courier', 'own-van', 'hand')),
	CONSTRAINT "lane_hours" CHECK ("lane"."lead_hours" between 0 and 8760 and "lane"."spread_hours" between 0 and 8760),
	CONSTRAINT "lane_cost" CHECK ("lane"."cost_minor" >= 0),
	CONSTRAINT "lane_cut_off" CHECK ("lane"."cut_off_minute" between 0 and 1439),
	CONSTRAINT "lane_priority" CHECK ("lane"."priority" between 1 and 9),
	CONSTRAINT "lane_validity" CHECK ("lane"."valid_from" <= "lane"."valid_to"),
	CONSTRAINT "lane_auto_receive" CHECK ("lane"."auto_receive_after" in ('lead-time', 'arrival-scan'))
);
--> statement-breakpoint
CREATE TABLE "return_route" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_site_id" uuid,
	"part_id" uuid,
	"category" text,
	"part_class" text,
	"condition" text,
	"to_site_id" uuid,
	"to_party_id" uuid,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_route_one_end" CHECK (num_nonnulls("return_route"."to_site_id", "return_route"."to_party_id") = 1),
	CONSTRAINT "return_route_two_sites" CHECK ("return_route"."from_site_id" <> "return_route"."to_site_id"),
	CONSTRAINT "return_route_one_subject" CHECK (num_nonnulls("return_route"."part_id", "return_route"."category", "return_route"."part_class") <= 1),
	CONSTRAINT "return_route_class" CHECK ("return_route"."part_class" in ('repairable', 'consumable'))
);
--> statement-breakpoint
CREATE TABLE "work_calendar" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_en" text,
	"name_zh" text,
	"time_zone" text NOT NULL,
	"weekdays" text NOT NULL,
	"opens_minute" smallint NOT NULL,
	"closes_minute" smallint NOT NULL,
	"counts_open_hours" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "work_calendar_named" CHECK ("work_calendar"."name_en" is not null or "work_calendar"."name_zh" is not null),
	CONSTRAINT "work_calendar_weekdays" CHECK ("work_calendar"."weekdays" ~ '^1?2?3?4?5?6?7?$' and "work_calendar"."weekdays" <> ''),
	CONSTRAINT "work_calendar_hours" CHECK ("work_calendar"."opens_minute" >= 0 and "work_calendar"."closes_minute" <= 1440 and "work_calendar"."opens_minute" < "work_calendar"."closes_minute")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"about" text NOT NULL,
	"key" text NOT NULL,
	"params" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "allocation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_line_id" uuid NOT NULL,
	"reservation_id" uuid,
	"part_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"covers" bigint NOT NULL,
	"state" text NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"lost" bigint DEFAULT 0 NOT NULL,
	"policy" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"note" text,
	"promised_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid NOT NULL,
	CONSTRAINT "allocation_quantity" CHECK ("allocation"."quantity" > 0 and "allocation"."covers" >= 0),
	CONSTRAINT "allocation_arrived" CHECK (least("allocation"."received", "allocation"."lost") >= 0 and "allocation"."received" + "allocation"."lost" <= "allocation"."quantity"),
	CONSTRAINT "allocation_policy" CHECK ("allocation"."policy" in ('automatic', 'manual', 'fed', 'taken-over')),
	CONSTRAINT "allocation_hold" CHECK ("allocation"."state" not in ('held', 'picked') or "allocation"."reservation_id" is not null),
	CONSTRAINT "allocation_state" CHECK ("allocation"."state" in ('held', 'picked', 'shipped', 'received', 'released'))
);
--> statement-breakpoint
CREATE TABLE "parts_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"site_id" uuid NOT NULL,
	"destination_id" uuid NOT NULL,
	"document" text,
	"document_number" text,
	"priority" smallint NOT NULL,
	"needed_by" timestamp with time zone,
	"ship_to" text,
	"note" text,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"requested_by_id" uuid NOT NULL,
	"requested_by_name" text NOT NULL,
	"value_minor" bigint NOT NULL,
	"is_value_known" boolean NOT NULL,
	"decided_by_id" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "parts_request_number" UNIQUE("number"),
	CONSTRAINT "parts_request_state" CHECK ("parts_request"."state" in ('submitted', 'approved', 'partly-approved', 'rejected', 'cancelled', 'fulfilled', 'closed')),
	CONSTRAINT "parts_request_value" CHECK ("parts_request"."value_minor" >= 0),
	CONSTRAINT "parts_request_decided" CHECK (("parts_request"."decided_by_id" is null) = ("parts_request"."decided_at" is null)),
	CONSTRAINT "parts_request_kind" CHECK ("parts_request"."kind" in ('field-service', 'replenishment')),
	CONSTRAINT "parts_request_priority" CHECK ("parts_request"."priority" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "parts_request_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"part_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"approved" bigint,
	"cancelled" bigint DEFAULT 0 NOT NULL,
	"reason" text,
	CONSTRAINT "parts_request_line_number" UNIQUE("request_id","line"),
	CONSTRAINT "parts_request_line_quantity" CHECK ("parts_request_line"."quantity" > 0),
	CONSTRAINT "parts_request_line_approved" CHECK ("parts_request_line"."approved" between 0 and "parts_request_line"."quantity"),
	CONSTRAINT "parts_request_line_cancelled" CHECK ("parts_request_line"."cancelled" between 0 and coalesce("parts_request_line"."approved", "parts_request_line"."quantity"))
);
--> statement-breakpoint
CREATE TABLE "request_policy" (
	"kind" text PRIMARY KEY NOT NULL,
	"automatic_max_minor" bigint NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_policy_kind" CHECK ("request_policy"."kind" in ('field-service', 'replenishment')),
	CONSTRAINT "request_policy_value" CHECK ("request_policy"."automatic_max_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "stock_order" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"request_id" uuid,
	"site_id" uuid NOT NULL,
	"destination_id" uuid NOT NULL,
	"document" text,
	"document_number" text,
	"priority" smallint NOT NULL,
	"needed_by" timestamp with time zone,
	"ship_to" text,
	"note" text,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"requested_by_id" uuid NOT NULL,
	"requested_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "stock_order_number" UNIQUE("number"),
	CONSTRAINT "stock_order_kind" CHECK ("stock_order"."kind" in ('request', 'manual')),
	CONSTRAINT "stock_order_state" CHECK ("stock_order"."state" in ('open', 'partly-fulfilled', 'fulfilled', 'closed', 'cancelled')),
	CONSTRAINT "stock_order_priority" CHECK ("stock_order"."priority" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "stock_order_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"request_line_id" uuid,
	"line" integer NOT NULL,
	"part_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"cancelled" bigint DEFAULT 0 NOT NULL,
	"allocated" bigint DEFAULT 0 NOT NULL,
	"picked" bigint DEFAULT 0 NOT NULL,
	"shipped" bigint DEFAULT 0 NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"lost" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "stock_order_line_number" UNIQUE("order_id","line"),
	CONSTRAINT "stock_order_line_quantity" CHECK ("stock_order_line"."quantity" > 0),
	CONSTRAINT "stock_order_line_parts" CHECK (least("stock_order_line"."cancelled", "stock_order_line"."allocated", "stock_order_line"."picked", "stock_order_line"."shipped", "stock_order_line"."received", "stock_order_line"."lost") >= 0),
	CONSTRAINT "stock_order_line_sum" CHECK ("stock_order_line"."cancelled" + "stock_order_line"."allocated" + "stock_order_line"."picked" + "stock_order_line"."shipped" <= "stock_order_line"."quantity"),
	CONSTRAINT "stock_order_line_arrived" CHECK ("stock_order_line"."received" <= "stock_order_line"."shipped")
);
--> statement-breakpoint
CREATE TABLE "part_return" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"site_id" uuid NOT NULL,
	"to_site_id" uuid,
	"to_party_id" uuid,
	"document" text,
	"note" text,
	"shipment_id" uuid,
	"shipment_number" text,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"sent_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "part_return_number" UNIQUE("number"),
	CONSTRAINT "part_return_state" CHECK ("part_return"."state" in ('open', 'sent', 'received', 'closed', 'cancelled')),
	CONSTRAINT "part_return_end" CHECK (("part_return"."to_site_id" is null) <> ("part_return"."to_party_id" is null)),
	CONSTRAINT "part_return_shipment_named" CHECK (("part_return"."shipment_id" is null) = ("part_return"."sent_at" is null))
);
--> statement-breakpoint
CREATE TABLE "part_return_inspection" (
	"id" uuid PRIMARY KEY NOT NULL,
	"line_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"found" text NOT NULL,
	"location_id" uuid,
	"entry_id" uuid,
	"note" text,
	"inspected_by_id" uuid NOT NULL,
	"inspected_by_name" text NOT NULL,
	"inspected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "part_return_inspection_quantity" CHECK ("part_return_inspection"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "part_return_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"return_id" uuid NOT NULL,
	"owed_return_id" uuid,
	"part_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"condition" text NOT NULL,
	"travel_condition" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"lot_id" uuid,
	"serial_id" uuid,
	"quantity" bigint NOT NULL,
	"handed" bigint DEFAULT 0 NOT NULL,
	"sent" bigint DEFAULT 0 NOT NULL,
	"arrived" bigint DEFAULT 0 NOT NULL,
	"lost" bigint DEFAULT 0 NOT NULL,
	"inspected" bigint DEFAULT 0 NOT NULL,
	"reservation_id" uuid,
	"shipment_line_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "part_return_line_quantity" CHECK ("part_return_line"."quantity" > 0),
	CONSTRAINT "part_return_line_gone" CHECK ("part_return_line"."handed" >= 0 and "part_return_line"."sent" >= 0
          and "part_return_line"."handed" + "part_return_line"."sent" <= "part_return_line"."quantity"),
	CONSTRAINT "part_return_line_road" CHECK ("part_return_line"."arrived" >= 0 and "part_return_line"."lost" >= 0
          and "part_return_line"."arrived" + "part_return_line"."lost" <= "part_return_line"."sent"),
	CONSTRAINT "part_return_line_inspected" CHECK ("part_return_line"."inspected" >= 0
          and "part_return_line"."inspected" <= "part_return_line"."handed" + "part_return_line"."arrived"),
	CONSTRAINT "part_return_line_piece" CHECK ("part_return_line"."serial_id" is null or "part_return_line"."quantity" = 1),
	CONSTRAINT "part_return_line_removed" CHECK ("part_return_line"."removed_at" is null or "part_return_line"."handed" + "part_return_line"."sent" = 0)
);
--> statement-breakpoint
CREATE TABLE "return_chasing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"site_id" uuid,
	"due_days" integer NOT NULL,
	"days_before" integer NOT NULL,
	"every_days" integer NOT NULL,
	"escalate_after_days" integer NOT NULL,
	"escalate_to_id" uuid,
	"escalate_to_name" text,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "return_chasing_site" UNIQUE NULLS NOT DISTINCT("site_id"),
	CONSTRAINT "return_chasing_days" CHECK ("return_chasing"."due_days" between 0 and 365 and "return_chasing"."days_before" between 0 and 90
          and "return_chasing"."every_days" between 1 and 90 and "return_chasing"."escalate_after_days" between 0 and 365),
	CONSTRAINT "return_chasing_somebody" CHECK (("return_chasing"."escalate_to_id" is null) = ("return_chasing"."escalate_to_name" is null))
);
--> statement-breakpoint
CREATE TABLE "purchase_cover" (
	"id" uuid PRIMARY KEY NOT NULL,
	"line_id" uuid NOT NULL,
	"source" text NOT NULL,
	"quantity" bigint NOT NULL,
	CONSTRAINT "purchase_cover_source" UNIQUE("line_id","source"),
	CONSTRAINT "purchase_cover_quantity" CHECK ("purchase_cover"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "purchase_demand" (
	"id" uuid PRIMARY KEY NOT NULL,
	"part_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"withdrawn" bigint DEFAULT 0 NOT NULL,
	"needed_by" text,
	"reason" text NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "purchase_demand_quantity" CHECK ("purchase_demand"."quantity" > 0),
	CONSTRAINT "purchase_demand_withdrawn" CHECK ("purchase_demand"."withdrawn" between 0 and "purchase_demand"."quantity"),
	CONSTRAINT "purchase_demand_day" CHECK ("purchase_demand"."needed_by" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "purchase_order" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"supplier_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"note" text,
	"sheet" jsonb,
	"supplier_reference" text,
	"sent_at" timestamp with time zone,
	"sent_by_name" text,
	"confirmed_at" timestamp with time zone,
	"cancel_reason" text,
	"created_by_id" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "purchase_order_number" UNIQUE("number"),
	CONSTRAINT "purchase_order_currency" CHECK ("purchase_order"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "purchase_order_state" CHECK ("purchase_order"."state" in ('draft', 'sent', 'confirmed', 'partly-received', 'received', 'closed',
                         'cancelled')),
	CONSTRAINT "purchase_order_sent" CHECK (("purchase_order"."sent_at" is null) = ("purchase_order"."sheet" is null)
          and ("purchase_order"."sent_at" is not null or "purchase_order"."state" in ('draft', 'cancelled')))
);
--> statement-breakpoint
CREATE TABLE "purchase_order_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"part_id" uuid NOT NULL,
	"supplier_part_number" text,
	"quantity" bigint NOT NULL,
	"price_minor" bigint,
	"sent_price_minor" bigint,
	"expected_on" text,
	"lead_time_days" integer,
	"pack_size" integer NOT NULL,
	"minimum_order" integer NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"cancelled" bigint DEFAULT 0 NOT NULL,
	"why" jsonb,
	CONSTRAINT "purchase_order_line_number" UNIQUE("order_id","line"),
	CONSTRAINT "purchase_order_line_part" UNIQUE("order_id","part_id"),
	CONSTRAINT "purchase_order_line_quantity" CHECK ("purchase_order_line"."quantity" > 0),
	CONSTRAINT "purchase_order_line_counts" CHECK (least("purchase_order_line"."received", "purchase_order_line"."cancelled") >= 0),
	CONSTRAINT "purchase_order_line_sum" CHECK ("purchase_order_line"."received" + "purchase_order_line"."cancelled" <= "purchase_order_line"."quantity"),
	CONSTRAINT "purchase_order_line_pack" CHECK (least("purchase_order_line"."pack_size", "purchase_order_line"."minimum_order") > 0),
	CONSTRAINT "purchase_order_line_value" CHECK ("purchase_order_line"."price_minor" >= 0 and "purchase_order_line"."price_minor"::numeric * "purchase_order_line"."quantity" <= 9007199254740991),
	CONSTRAINT "purchase_order_line_day" CHECK ("purchase_order_line"."expected_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "discrepancy" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"site_id" uuid NOT NULL,
	"from_site_id" uuid,
	"receipt_id" uuid,
	"document" text,
	"document_number" text,
	"source" text,
	"part_id" uuid,
	"expected_part_id" uuid,
	"quantity" bigint NOT NULL,
	"settled" bigint DEFAULT 0 NOT NULL,
	"serial_number" text,
	"location_id" uuid,
	"lot_id" uuid,
	"handling_unit_id" uuid,
	"condition" text,
	"intended_condition" text,
	"from_place_id" uuid,
	"note" text,
	"owner_id" uuid,
	"owner_name" text,
	"reported_by_id" uuid NOT NULL,
	"reported_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "discrepancy_number" UNIQUE("number"),
	CONSTRAINT "discrepancy_kind" CHECK ("discrepancy"."kind" in ('short', 'over', 'wrong-part', 'damaged', 'unexpected', 'wrong-serial',
                        'unknown-serial', 'serial-elsewhere', 'expired', 'misrouted')),
	CONSTRAINT "discrepancy_state" CHECK ("discrepancy"."state" in ('open', 'resolved')),
	CONSTRAINT "discrepancy_quantity" CHECK ("discrepancy"."quantity" > 0 and "discrepancy"."settled" between 0 and "discrepancy"."quantity"),
	CONSTRAINT "discrepancy_piece" CHECK ("discrepancy"."serial_number" is null or "discrepancy"."quantity" = 1),
	CONSTRAINT "discrepancy_settled" CHECK (("discrepancy"."state" = 'resolved') = ("discrepancy"."settled" = "discrepancy"."quantity")),
	CONSTRAINT "discrepancy_owner" CHECK (("discrepancy"."owner_id" is null) = ("discrepancy"."owner_name" is null)),
	CONSTRAINT "discrepancy_pile" CHECK (("discrepancy"."location_id" is null) = ("discrepancy"."condition" is null)
          and ("discrepancy"."location_id" is null or "discrepancy"."part_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "receipt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"document" text,
	"document_number" text,
	"sender" text,
	"note" text,
	"received_by_id" uuid NOT NULL,
	"received_by_name" text NOT NULL,
	"received_on" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipt_number" UNIQUE("number"),
	CONSTRAINT "receipt_of_the_day" UNIQUE("document","site_id","received_by_id","received_on"),
	CONSTRAINT "receipt_kind" CHECK ("receipt"."kind" in ('shipment', 'purchase', 'return', 'customer', 'technician', 'manual'))
);
--> statement-breakpoint
CREATE TABLE "receipt_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "receipt_line_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"receipt_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"condition" text NOT NULL,
	"location_id" uuid NOT NULL,
	"lot_id" uuid,
	"serial_numbers" jsonb NOT NULL,
	"source" text,
	"handling_unit_id" uuid,
	"entry_id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipt_line_quantity" CHECK ("receipt_line"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "receiving_rule" (
	"site_id" uuid PRIMARY KEY NOT NULL,
	"over_percent" integer NOT NULL,
	"over_pieces" bigint NOT NULL,
	"minimum_shelf_life_days" integer NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "receiving_rule_percent" CHECK ("receiving_rule"."over_percent" between 0 and 100),
	CONSTRAINT "receiving_rule_pieces" CHECK ("receiving_rule"."over_pieces" >= 0),
	CONSTRAINT "receiving_rule_days" CHECK ("receiving_rule"."minimum_shelf_life_days" between 0 and 3650)
);
--> statement-breakpoint
CREATE TABLE "discrepancy_settlement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"discrepancy_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"quantity" bigint NOT NULL,
	"reason" text NOT NULL,
	"entry_id" uuid,
	"settled_by_id" uuid NOT NULL,
	"settled_by_name" text NOT NULL,
	"settled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "discrepancy_settlement_outcome" CHECK ("discrepancy_settlement"."outcome" in ('lost', 'found', 'not-sent', 'accept', 'send-back', 'scrap', 'found-here',
                           'note', 'tolerate')),
	CONSTRAINT "discrepancy_settlement_quantity" CHECK ("discrepancy_settlement"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "shipment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"from_site_id" uuid NOT NULL,
	"to_site_id" uuid,
	"to_location_id" uuid,
	"to_party_id" uuid,
	"ship_to" text,
	"document" text,
	"document_number" text,
	"note" text,
	"lane_id" uuid,
	"mode" text,
	"carrier" text,
	"tracking_number" text,
	"promised_at" timestamp with time zone,
	"collecting_key" text,
	"machine" text NOT NULL,
	"machine_version" integer NOT NULL,
	"machine_hash" text NOT NULL,
	"snapshot" jsonb NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"shipped_at" timestamp with time zone,
	"shipped_by_name" text,
	"closed_at" timestamp with time zone,
	"slip" jsonb,
	CONSTRAINT "shipment_number" UNIQUE("number"),
	CONSTRAINT "shipment_collecting" UNIQUE("collecting_key"),
	CONSTRAINT "shipment_kind" CHECK ("shipment"."kind" in ('transfer', 'return', 'supplier-return', 'customer')),
	CONSTRAINT "shipment_state" CHECK ("shipment"."state" in ('packing', 'in-transit', 'partly-received', 'received', 'lost', 'cancelled')),
	CONSTRAINT "shipment_goes_to_one" CHECK (("shipment"."to_site_id" is null) <> ("shipment"."to_party_id" is null)),
	CONSTRAINT "shipment_to_place" CHECK ("shipment"."to_location_id" is null or "shipment"."to_site_id" is not null),
	CONSTRAINT "shipment_shipped" CHECK (("shipment"."shipped_at" is null) = ("shipment"."state" in ('packing', 'cancelled'))),
	CONSTRAINT "shipment_slip" CHECK ("shipment"."slip" is null or "shipment"."shipped_at" is not null),
	CONSTRAINT "shipment_collects" CHECK ("shipment"."collecting_key" is null or "shipment"."state" = 'packing')
);
--> statement-breakpoint
CREATE TABLE "shipment_box" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shipment_id" uuid NOT NULL,
	"handling_unit_id" uuid NOT NULL,
	"box_number" text NOT NULL,
	"weight_grams" integer,
	"added_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "shipment_box_weight" CHECK ("shipment_box"."weight_grams" > 0)
);
--> statement-breakpoint
CREATE TABLE "shipment_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shipment_id" uuid NOT NULL,
	"source" text NOT NULL,
	"allocation_id" uuid,
	"part_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"location_id" uuid NOT NULL,
	"condition" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"lot_id" uuid,
	"serial_id" uuid,
	"handling_unit_id" uuid,
	"is_unboxed" boolean DEFAULT false NOT NULL,
	"reservation_id" uuid,
	"picked_from_id" uuid,
	"destination_id" uuid,
	"shipped" bigint DEFAULT 0 NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"lost" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "shipment_line_quantity" CHECK ("shipment_line"."quantity" > 0),
	CONSTRAINT "shipment_line_serial" CHECK ("shipment_line"."serial_id" is null or "shipment_line"."quantity" = 1),
	CONSTRAINT "shipment_line_shipped" CHECK ("shipment_line"."shipped" in (0, "shipment_line"."quantity")),
	CONSTRAINT "shipment_line_arrived" CHECK (least("shipment_line"."received", "shipment_line"."lost") >= 0 and "shipment_line"."received" + "shipment_line"."lost" <= "shipment_line"."shipped"),
	CONSTRAINT "shipment_line_packed_once" CHECK (not ("shipment_line"."is_unboxed" and "shipment_line"."handling_unit_id" is not null)),
	CONSTRAINT "shipment_line_removed" CHECK ("shipment_line"."removed_at" is null or "shipment_line"."shipped" = 0),
	CONSTRAINT "shipment_line_held" CHECK (("shipment_line"."reservation_id" is not null) = ("shipment_line"."shipped" = 0 and "shipment_line"."removed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "shipment_loss" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shipment_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"handling_unit_id" uuid,
	"quantity" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"lost_at" timestamp with time zone NOT NULL,
	"lost_by_name" text NOT NULL,
	"found_at" timestamp with time zone,
	"found_by_name" text,
	CONSTRAINT "shipment_loss_quantity" CHECK ("shipment_loss"."quantity" > 0),
	CONSTRAINT "shipment_loss_found" CHECK (("shipment_loss"."found_at" is null) = ("shipment_loss"."found_by_name" is null))
);
--> statement-breakpoint
CREATE TABLE "short_pick" (
	"id" uuid PRIMARY KEY NOT NULL,
	"allocation_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"wanted" bigint NOT NULL,
	"found" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "short_pick_reason" CHECK ("short_pick"."reason" in ('missing', 'damaged', 'wrong-place')),
	CONSTRAINT "short_pick_quantity" CHECK ("short_pick"."found" >= 0 and "short_pick"."found" < "short_pick"."wanted")
);
--> statement-breakpoint
ALTER TABLE "entry" DROP CONSTRAINT "entry_kind";--> statement-breakpoint
ALTER TABLE "entry" DROP CONSTRAINT "entry_reason";--> statement-breakpoint
ALTER TABLE "defective_return" DROP CONSTRAINT "defective_return_state";--> statement-breakpoint
ALTER TABLE "location" DROP CONSTRAINT "location_kind";--> statement-breakpoint
ALTER TABLE "bucket" ADD COLUMN "holds_stock" boolean GENERATED ALWAYS AS (case when on_hand <> 0 then true end) STORED;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "length_mm" integer;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "width_mm" integer;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "height_mm" integer;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "life_cycle" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "retired_reason" text;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "machine" text DEFAULT 'defective-return' NOT NULL;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "machine_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "machine_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "snapshot" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "returned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "credit_minor" bigint;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "credit_currency" text;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "credit_reference" text;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "closing_reason" text;--> statement-breakpoint
ALTER TABLE "defective_return" ADD COLUMN "closed_by_name" text;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "pick_sequence" integer;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "holds_stock" boolean GENERATED ALWAYS AS (kind <> 'zone' and retired_at is null) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "holds_locations" boolean GENERATED ALWAYS AS (kind = 'zone' and retired_at is null) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "is_live" boolean GENERATED ALWAYS AS (case when retired_at is null then true end) STORED;--> statement-breakpoint
ALTER TABLE "location" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "site" ADD COLUMN "is_open" boolean GENERATED ALWAYS AS (retired_at is null) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "change_proof" ADD CONSTRAINT "change_proof_change_id_stock_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."stock_change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change" ADD CONSTRAINT "stock_change_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change" ADD CONSTRAINT "stock_change_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change" ADD CONSTRAINT "stock_change_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change" ADD CONSTRAINT "stock_change_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change" ADD CONSTRAINT "stock_change_condition_condition_code_fk" FOREIGN KEY ("condition") REFERENCES "public"."condition"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change" ADD CONSTRAINT "stock_change_owner_id_party_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change" ADD CONSTRAINT "stock_change_reason_code_change_reason_code_fk" FOREIGN KEY ("reason_code") REFERENCES "public"."change_reason"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change" ADD CONSTRAINT "stock_change_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change_piece" ADD CONSTRAINT "stock_change_piece_change_id_stock_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."stock_change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change_piece" ADD CONSTRAINT "stock_change_piece_serial_id_serial_unit_id_fk" FOREIGN KEY ("serial_id") REFERENCES "public"."serial_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_change_piece" ADD CONSTRAINT "stock_change_piece_hold_id_reservation_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."reservation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_bin" ADD CONSTRAINT "count_bin_count_id_stock_count_id_fk" FOREIGN KEY ("count_id") REFERENCES "public"."stock_count"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_bin" ADD CONSTRAINT "count_bin_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_bin" ADD CONSTRAINT "count_bin_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_bin" ADD CONSTRAINT "count_bin_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_line" ADD CONSTRAINT "count_line_count_id_stock_count_id_fk" FOREIGN KEY ("count_id") REFERENCES "public"."stock_count"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_line" ADD CONSTRAINT "count_line_bin_id_count_bin_id_fk" FOREIGN KEY ("bin_id") REFERENCES "public"."count_bin"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_line" ADD CONSTRAINT "count_line_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_line" ADD CONSTRAINT "count_line_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_line" ADD CONSTRAINT "count_line_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_line" ADD CONSTRAINT "count_line_condition_condition_code_fk" FOREIGN KEY ("condition") REFERENCES "public"."condition"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_line" ADD CONSTRAINT "count_line_owner_id_party_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_line" ADD CONSTRAINT "count_line_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_piece" ADD CONSTRAINT "count_piece_line_id_count_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."count_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_piece" ADD CONSTRAINT "count_piece_serial_id_serial_unit_id_fk" FOREIGN KEY ("serial_id") REFERENCES "public"."serial_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_scan" ADD CONSTRAINT "count_scan_line_id_count_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."count_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_seen" ADD CONSTRAINT "count_seen_bin_id_count_bin_id_fk" FOREIGN KEY ("bin_id") REFERENCES "public"."count_bin"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_tolerance" ADD CONSTRAINT "count_tolerance_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_count" ADD CONSTRAINT "stock_count_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_payable" ADD CONSTRAINT "consignment_payable_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_payable" ADD CONSTRAINT "consignment_payable_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignment_payable" ADD CONSTRAINT "consignment_payable_movement" FOREIGN KEY ("entry_id","line") REFERENCES "public"."movement"("entry_id","line") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_entry" ADD CONSTRAINT "cost_entry_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_entry" ADD CONSTRAINT "cost_entry_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_entry" ADD CONSTRAINT "cost_entry_movement" FOREIGN KEY ("entry_id","line") REFERENCES "public"."movement"("entry_id","line") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_cost" ADD CONSTRAINT "part_cost_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_custom_value" ADD CONSTRAINT "part_custom_value_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_custom_value" ADD CONSTRAINT "part_custom_value_field_id_custom_field_id_fk" FOREIGN KEY ("field_id") REFERENCES "public"."custom_field"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_file" ADD CONSTRAINT "part_file_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_model" ADD CONSTRAINT "part_model_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_relation" ADD CONSTRAINT "part_relation_from_part_id_part_id_fk" FOREIGN KEY ("from_part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_relation" ADD CONSTRAINT "part_relation_to_part_id_part_id_fk" FOREIGN KEY ("to_part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_part" ADD CONSTRAINT "supplier_part_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_part" ADD CONSTRAINT "supplier_part_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplier_price" ADD CONSTRAINT "supplier_price_supplier_part_id_supplier_part_id_fk" FOREIGN KEY ("supplier_part_id") REFERENCES "public"."supplier_part"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_unit" ADD CONSTRAINT "part_unit_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_supply" ADD CONSTRAINT "expected_supply_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_supply" ADD CONSTRAINT "expected_supply_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit" ADD CONSTRAINT "kit_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_component" ADD CONSTRAINT "kit_component_kit_part_id_kit_part_id_fk" FOREIGN KEY ("kit_part_id") REFERENCES "public"."kit"("part_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_component" ADD CONSTRAINT "kit_component_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order" ADD CONSTRAINT "kit_order_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order" ADD CONSTRAINT "kit_order_kit_part_id_kit_part_id_fk" FOREIGN KEY ("kit_part_id") REFERENCES "public"."kit"("part_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order" ADD CONSTRAINT "kit_order_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order" ADD CONSTRAINT "kit_order_condition_condition_code_fk" FOREIGN KEY ("condition") REFERENCES "public"."condition"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order" ADD CONSTRAINT "kit_order_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order" ADD CONSTRAINT "kit_order_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order" ADD CONSTRAINT "kit_order_scrap_entry_id_entry_id_fk" FOREIGN KEY ("scrap_entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order_line" ADD CONSTRAINT "kit_order_line_order_id_kit_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."kit_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order_line" ADD CONSTRAINT "kit_order_line_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order_line" ADD CONSTRAINT "kit_order_line_for_part_id_part_id_fk" FOREIGN KEY ("for_part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order_line" ADD CONSTRAINT "kit_order_line_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order_line" ADD CONSTRAINT "kit_order_line_condition_condition_code_fk" FOREIGN KEY ("condition") REFERENCES "public"."condition"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order_line" ADD CONSTRAINT "kit_order_line_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_order_line" ADD CONSTRAINT "kit_order_line_serial_id_serial_unit_id_fk" FOREIGN KEY ("serial_id") REFERENCES "public"."serial_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kit_revision" ADD CONSTRAINT "kit_revision_kit_part_id_kit_part_id_fk" FOREIGN KEY ("kit_part_id") REFERENCES "public"."kit"("part_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_bom_line" ADD CONSTRAINT "model_bom_line_part_model_id_part_model_id_fk" FOREIGN KEY ("part_model_id") REFERENCES "public"."part_model"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_holiday" ADD CONSTRAINT "calendar_holiday_calendar_id_work_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."work_calendar"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lane" ADD CONSTRAINT "lane_from_site_id_site_id_fk" FOREIGN KEY ("from_site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lane" ADD CONSTRAINT "lane_to_site_id_site_id_fk" FOREIGN KEY ("to_site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lane" ADD CONSTRAINT "lane_calendar_id_work_calendar_id_fk" FOREIGN KEY ("calendar_id") REFERENCES "public"."work_calendar"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_route" ADD CONSTRAINT "return_route_from_site_id_site_id_fk" FOREIGN KEY ("from_site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_route" ADD CONSTRAINT "return_route_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_route" ADD CONSTRAINT "return_route_condition_condition_code_fk" FOREIGN KEY ("condition") REFERENCES "public"."condition"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_route" ADD CONSTRAINT "return_route_to_site_id_site_id_fk" FOREIGN KEY ("to_site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_route" ADD CONSTRAINT "return_route_to_party_id_party_id_fk" FOREIGN KEY ("to_party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_order_line_id_stock_order_line_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."stock_order_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_reservation_id_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parts_request" ADD CONSTRAINT "parts_request_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parts_request" ADD CONSTRAINT "parts_request_destination_id_location_id_fk" FOREIGN KEY ("destination_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parts_request_line" ADD CONSTRAINT "parts_request_line_request_id_parts_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."parts_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parts_request_line" ADD CONSTRAINT "parts_request_line_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_order" ADD CONSTRAINT "stock_order_request_id_parts_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."parts_request"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_order" ADD CONSTRAINT "stock_order_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_order" ADD CONSTRAINT "stock_order_destination_id_location_id_fk" FOREIGN KEY ("destination_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_order_line" ADD CONSTRAINT "stock_order_line_order_id_stock_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."stock_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_order_line" ADD CONSTRAINT "stock_order_line_request_line_id_parts_request_line_id_fk" FOREIGN KEY ("request_line_id") REFERENCES "public"."parts_request_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_order_line" ADD CONSTRAINT "stock_order_line_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return" ADD CONSTRAINT "part_return_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return" ADD CONSTRAINT "part_return_to_site_id_site_id_fk" FOREIGN KEY ("to_site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return" ADD CONSTRAINT "part_return_to_party_id_party_id_fk" FOREIGN KEY ("to_party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return" ADD CONSTRAINT "part_return_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_inspection" ADD CONSTRAINT "part_return_inspection_line_id_part_return_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."part_return_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_inspection" ADD CONSTRAINT "part_return_inspection_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_inspection" ADD CONSTRAINT "part_return_inspection_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_line" ADD CONSTRAINT "part_return_line_return_id_part_return_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."part_return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_line" ADD CONSTRAINT "part_return_line_owed_return_id_defective_return_id_fk" FOREIGN KEY ("owed_return_id") REFERENCES "public"."defective_return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_line" ADD CONSTRAINT "part_return_line_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_line" ADD CONSTRAINT "part_return_line_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_line" ADD CONSTRAINT "part_return_line_owner_id_party_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_line" ADD CONSTRAINT "part_return_line_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_line" ADD CONSTRAINT "part_return_line_serial_id_serial_unit_id_fk" FOREIGN KEY ("serial_id") REFERENCES "public"."serial_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_line" ADD CONSTRAINT "part_return_line_reservation_id_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "part_return_line" ADD CONSTRAINT "part_return_line_shipment_line_id_shipment_line_id_fk" FOREIGN KEY ("shipment_line_id") REFERENCES "public"."shipment_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_chasing" ADD CONSTRAINT "return_chasing_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_cover" ADD CONSTRAINT "purchase_cover_line_id_purchase_order_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."purchase_order_line"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_demand" ADD CONSTRAINT "purchase_demand_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_demand" ADD CONSTRAINT "purchase_demand_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_order_id_purchase_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."purchase_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_line" ADD CONSTRAINT "purchase_order_line_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_from_site_id_site_id_fk" FOREIGN KEY ("from_site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_receipt_id_receipt_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_expected_part_id_part_id_fk" FOREIGN KEY ("expected_part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_handling_unit_id_handling_unit_id_fk" FOREIGN KEY ("handling_unit_id") REFERENCES "public"."handling_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_from_place_id_location_id_fk" FOREIGN KEY ("from_place_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_receipt_id_receipt_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_handling_unit_id_handling_unit_id_fk" FOREIGN KEY ("handling_unit_id") REFERENCES "public"."handling_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_line" ADD CONSTRAINT "receipt_line_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receiving_rule" ADD CONSTRAINT "receiving_rule_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy_settlement" ADD CONSTRAINT "discrepancy_settlement_discrepancy_id_discrepancy_id_fk" FOREIGN KEY ("discrepancy_id") REFERENCES "public"."discrepancy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discrepancy_settlement" ADD CONSTRAINT "discrepancy_settlement_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_from_site_id_site_id_fk" FOREIGN KEY ("from_site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_to_site_id_site_id_fk" FOREIGN KEY ("to_site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_to_location_id_location_id_fk" FOREIGN KEY ("to_location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_to_party_id_party_id_fk" FOREIGN KEY ("to_party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_box" ADD CONSTRAINT "shipment_box_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_box" ADD CONSTRAINT "shipment_box_handling_unit_id_handling_unit_id_fk" FOREIGN KEY ("handling_unit_id") REFERENCES "public"."handling_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_allocation_id_allocation_id_fk" FOREIGN KEY ("allocation_id") REFERENCES "public"."allocation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_condition_condition_code_fk" FOREIGN KEY ("condition") REFERENCES "public"."condition"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_owner_id_party_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_lot_id_lot_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_serial_id_serial_unit_id_fk" FOREIGN KEY ("serial_id") REFERENCES "public"."serial_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_handling_unit_id_handling_unit_id_fk" FOREIGN KEY ("handling_unit_id") REFERENCES "public"."handling_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_reservation_id_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_picked_from_id_location_id_fk" FOREIGN KEY ("picked_from_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_line" ADD CONSTRAINT "shipment_line_destination_id_location_id_fk" FOREIGN KEY ("destination_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_loss" ADD CONSTRAINT "shipment_loss_shipment_id_shipment_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_loss" ADD CONSTRAINT "shipment_loss_line_id_shipment_line_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."shipment_line"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_loss" ADD CONSTRAINT "shipment_loss_handling_unit_id_handling_unit_id_fk" FOREIGN KEY ("handling_unit_id") REFERENCES "public"."handling_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_loss" ADD CONSTRAINT "shipment_loss_entry_id_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "short_pick" ADD CONSTRAINT "short_pick_allocation_id_allocation_id_fk" FOREIGN KEY ("allocation_id") REFERENCES "public"."allocation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "short_pick" ADD CONSTRAINT "short_pick_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "short_pick" ADD CONSTRAINT "short_pick_part_id_part_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."part"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "short_pick" ADD CONSTRAINT "short_pick_location_id_location_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."location"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "change_proof_change" ON "change_proof" USING btree ("change_id");--> statement-breakpoint
CREATE INDEX "stock_change_queue" ON "stock_change" USING btree ("site_id","state","kind");--> statement-breakpoint
CREATE INDEX "stock_change_piece_change" ON "stock_change_piece" USING btree ("change_id");--> statement-breakpoint
CREATE UNIQUE INDEX "count_bin_live" ON "count_bin" USING btree ("location_id",coalesce("part_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "count_bin"."state" not in ('closed', 'cancelled');--> statement-breakpoint
CREATE UNIQUE INDEX "count_line_once" ON "count_line" USING btree ("bin_id",coalesce("bucket_id", "part_id"));--> statement-breakpoint
CREATE INDEX "count_line_count" ON "count_line" USING btree ("count_id","state");--> statement-breakpoint
CREATE INDEX "count_line_history" ON "count_line" USING btree ("location_id","part_id","counted_at");--> statement-breakpoint
CREATE INDEX "count_scan_line" ON "count_scan" USING btree ("line_id","pass");--> statement-breakpoint
CREATE INDEX "stock_count_site" ON "stock_count" USING btree ("site_id","state");--> statement-breakpoint
CREATE INDEX "stock_count_created" ON "stock_count" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "consignment_payable_supplier" ON "consignment_payable" USING btree ("supplier_id","seq");--> statement-breakpoint
CREATE INDEX "cost_entry_part" ON "cost_entry" USING btree ("part_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "custom_field_code" ON "custom_field" USING btree ("code");--> statement-breakpoint
CREATE INDEX "part_custom_value_field" ON "part_custom_value" USING btree ("field_id");--> statement-breakpoint
CREATE INDEX "part_file_part" ON "part_file" USING btree ("part_id","added_at");--> statement-breakpoint
CREATE UNIQUE INDEX "part_file_once" ON "part_file" USING btree ("part_id","sha256") WHERE "part_file"."retired_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "part_model_one" ON "part_model" USING btree ("part_id",upper("model"));--> statement-breakpoint
CREATE INDEX "part_model_model" ON "part_model" USING btree (upper("model"));--> statement-breakpoint
CREATE INDEX "part_relation_from" ON "part_relation" USING btree ("from_part_id");--> statement-breakpoint
CREATE INDEX "part_relation_to" ON "part_relation" USING btree ("to_part_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supplier_part_one" ON "supplier_part" USING btree ("part_id","supplier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supplier_part_preferred" ON "supplier_part" USING btree ("part_id") WHERE "supplier_part"."is_preferred";--> statement-breakpoint
CREATE INDEX "supplier_part_supplier" ON "supplier_part" USING btree ("supplier_id");--> statement-breakpoint
CREATE INDEX "expected_supply_open" ON "expected_supply" USING btree ("part_id","site_id") WHERE "expected_supply"."quantity" > 0;--> statement-breakpoint
CREATE INDEX "kit_component_part" ON "kit_component" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "kit_order_site" ON "kit_order" USING btree ("site_id","created_at");--> statement-breakpoint
CREATE INDEX "kit_order_part" ON "kit_order" USING btree ("kit_part_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "model_bom_line_position" ON "model_bom_line" USING btree ("part_model_id",upper("position"));--> statement-breakpoint
CREATE INDEX "lane_to" ON "lane" USING btree ("to_site_id","from_site_id");--> statement-breakpoint
CREATE INDEX "lane_from" ON "lane" USING btree ("from_site_id");--> statement-breakpoint
CREATE UNIQUE INDEX "return_route_once" ON "return_route" USING btree (coalesce("from_site_id"::text, ''),coalesce("part_id"::text, ''),coalesce("category", ''),coalesce("part_class", ''),coalesce("condition", '')) WHERE "return_route"."retired_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "work_calendar_code" ON "work_calendar" USING btree ("code");--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("person_id","created_at") WHERE "notice"."read_at" is null;--> statement-breakpoint
CREATE INDEX "notice_person" ON "notice" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "allocation_line" ON "allocation" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "allocation_to_pick" ON "allocation" USING btree ("site_id","location_id") WHERE "allocation"."state" = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "allocation_reservation" ON "allocation" USING btree ("reservation_id");--> statement-breakpoint
CREATE INDEX "parts_request_open" ON "parts_request" USING btree ("site_id","state","priority","needed_by");--> statement-breakpoint
CREATE INDEX "parts_request_requester" ON "parts_request" USING btree ("requested_by_id","created_at");--> statement-breakpoint
CREATE INDEX "parts_request_destination" ON "parts_request" USING btree ("destination_id","created_at");--> statement-breakpoint
CREATE INDEX "parts_request_line_part" ON "parts_request_line" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "stock_order_open" ON "stock_order" USING btree ("site_id","state","priority","needed_by");--> statement-breakpoint
CREATE INDEX "stock_order_request" ON "stock_order" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "stock_order_line_request" ON "stock_order_line" USING btree ("request_line_id");--> statement-breakpoint
CREATE INDEX "stock_order_line_waiting" ON "stock_order_line" USING btree ("part_id") WHERE "stock_order_line"."cancelled" + "stock_order_line"."allocated" + "stock_order_line"."picked" + "stock_order_line"."shipped" < "stock_order_line"."quantity";--> statement-breakpoint
CREATE INDEX "part_return_site" ON "part_return" USING btree ("site_id","state","created_at");--> statement-breakpoint
CREATE INDEX "part_return_to_site" ON "part_return" USING btree ("to_site_id","state","created_at");--> statement-breakpoint
CREATE INDEX "part_return_shipment" ON "part_return" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "part_return_inspection_line" ON "part_return_inspection" USING btree ("line_id","inspected_at");--> statement-breakpoint
CREATE INDEX "part_return_line_return" ON "part_return_line" USING btree ("return_id","created_at");--> statement-breakpoint
CREATE INDEX "part_return_line_part" ON "part_return_line" USING btree ("part_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_return_per_owed" ON "part_return_line" USING btree ("owed_return_id") WHERE "part_return_line"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "purchase_cover_of" ON "purchase_cover" USING btree ("source");--> statement-breakpoint
CREATE INDEX "purchase_demand_open" ON "purchase_demand" USING btree ("part_id","site_id") WHERE "purchase_demand"."withdrawn" < "purchase_demand"."quantity";--> statement-breakpoint
CREATE INDEX "purchase_order_open" ON "purchase_order" USING btree ("site_id","created_at") WHERE "purchase_order"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "purchase_order_supplier" ON "purchase_order" USING btree ("supplier_id","created_at");--> statement-breakpoint
CREATE INDEX "purchase_order_line_of_part" ON "purchase_order_line" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "discrepancy_open" ON "discrepancy" USING btree ("site_id","created_at") WHERE "discrepancy"."state" = 'open';--> statement-breakpoint
CREATE INDEX "discrepancy_sender" ON "discrepancy" USING btree ("from_site_id","created_at") WHERE "discrepancy"."state" = 'open';--> statement-breakpoint
CREATE INDEX "discrepancy_document" ON "discrepancy" USING btree ("document");--> statement-breakpoint
CREATE INDEX "discrepancy_receipt" ON "discrepancy" USING btree ("receipt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_shortage" ON "discrepancy" USING btree ("source",coalesce("serial_number", '')) WHERE "discrepancy"."kind" = 'short' and "discrepancy"."state" = 'open';--> statement-breakpoint
CREATE INDEX "receipt_site" ON "receipt" USING btree ("site_id","received_at");--> statement-breakpoint
CREATE INDEX "receipt_line_receipt" ON "receipt_line" USING btree ("receipt_id","seq");--> statement-breakpoint
CREATE INDEX "receipt_line_source" ON "receipt_line" USING btree ("source");--> statement-breakpoint
CREATE INDEX "receipt_line_box" ON "receipt_line" USING btree ("handling_unit_id");--> statement-breakpoint
CREATE INDEX "discrepancy_settlement_of" ON "discrepancy_settlement" USING btree ("discrepancy_id","settled_at");--> statement-breakpoint
CREATE INDEX "shipment_from" ON "shipment" USING btree ("from_site_id","state");--> statement-breakpoint
CREATE INDEX "shipment_to" ON "shipment" USING btree ("to_site_id","state");--> statement-breakpoint
CREATE INDEX "shipment_tracking" ON "shipment" USING btree ("tracking_number");--> statement-breakpoint
CREATE INDEX "shipment_on_the_way" ON "shipment" USING btree ("promised_at") WHERE "shipment"."state" in ('in-transit', 'partly-received');--> statement-breakpoint
CREATE INDEX "shipment_box_shipment" ON "shipment_box" USING btree ("shipment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shipment_box_one_shipment" ON "shipment_box" USING btree ("handling_unit_id") WHERE "shipment_box"."released_at" is null;--> statement-breakpoint
CREATE INDEX "shipment_line_shipment" ON "shipment_line" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "shipment_line_source" ON "shipment_line" USING btree ("source");--> statement-breakpoint
CREATE INDEX "shipment_line_allocation" ON "shipment_line" USING btree ("allocation_id");--> statement-breakpoint
CREATE INDEX "shipment_line_box" ON "shipment_line" USING btree ("handling_unit_id");--> statement-breakpoint
CREATE INDEX "shipment_loss_shipment" ON "shipment_loss" USING btree ("shipment_id");--> statement-breakpoint
CREATE INDEX "shipment_loss_entry" ON "shipment_loss" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "short_pick_site" ON "short_pick" USING btree ("site_id","at");--> statement-breakpoint
CREATE INDEX "part_barcode_part" ON "part_barcode" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "defective_return_owner" ON "defective_return" USING btree ("owed_by_id","state");--> statement-breakpoint
CREATE INDEX "location_site" ON "location" USING btree ("site_id","pick_sequence");--> statement-breakpoint
CREATE INDEX "location_parent" ON "location" USING btree ("parent_id");--> statement-breakpoint
ALTER TABLE "location" ADD CONSTRAINT "location_id_holds_stock" UNIQUE("id","holds_stock");--> statement-breakpoint
ALTER TABLE "location" ADD CONSTRAINT "location_zone" UNIQUE("id","site_id","holds_locations");--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_id_is_open" UNIQUE("id","is_open");--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_kind" CHECK ("entry"."kind" in ('opening', 'receipt', 'put-away', 'move', 'pick', 'pack', 'shipment', 'delivery',
                        'issue', 'removal', 'kit', 'return', 'count', 'adjustment', 'loss', 'scrap',
                        'reversal'));--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_reason" CHECK ("entry"."kind" not in ('scrap', 'loss', 'adjustment', 'reversal') or "entry"."reason" is not null);--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_expires_on" CHECK ("lot"."expires_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');--> statement-breakpoint
ALTER TABLE "part" ADD CONSTRAINT "part_life_cycle" CHECK ("part"."life_cycle" in ('in-design', 'active', 'phase-out', 'obsolete', 'no-longer-served'));--> statement-breakpoint
ALTER TABLE "part" ADD CONSTRAINT "part_retired" CHECK ("part"."retired_at" is not null or "part"."retired_reason" is null);--> statement-breakpoint
ALTER TABLE "part" ADD CONSTRAINT "part_size" CHECK ("part"."weight_grams" >= 0 and "part"."length_mm" > 0 and "part"."width_mm" > 0 and "part"."height_mm" > 0);--> statement-breakpoint
ALTER TABLE "defective_return" ADD CONSTRAINT "defective_return_credit" CHECK ("defective_return"."credit_minor" >= 0);--> statement-breakpoint
ALTER TABLE "defective_return" ADD CONSTRAINT "defective_return_credit_currency" CHECK (("defective_return"."credit_minor" is null) = ("defective_return"."credit_currency" is null));--> statement-breakpoint
ALTER TABLE "defective_return" ADD CONSTRAINT "defective_return_state" CHECK ("defective_return"."state" in ('owed', 'sent', 'returned', 'closed', 'written-off', 'cancelled'));--> statement-breakpoint
ALTER TABLE "location" ADD CONSTRAINT "location_not_in_itself" CHECK ("location"."parent_id" <> "location"."id");--> statement-breakpoint
ALTER TABLE "location" ADD CONSTRAINT "location_pick_sequence" CHECK ("location"."pick_sequence" > 0);--> statement-breakpoint
ALTER TABLE "location" ADD CONSTRAINT "location_kind" CHECK (case when "location"."site_id" is null
            then "location"."kind" in ('supplier', 'customer', 'repairer', 'scrap', 'conversion', 'opening',
                               'count-difference', 'in-transit')
            else "location"."kind" in ('zone', 'dock', 'storage', 'bench', 'van', 'quarantine',
                               'shipping') end);