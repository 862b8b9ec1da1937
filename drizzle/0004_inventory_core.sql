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
	"policy" text NOT NULL,
	"promised_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid NOT NULL,
	CONSTRAINT "allocation_quantity" CHECK ("allocation"."quantity" > 0 and "allocation"."covers" > 0),
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
	"decided_by_id" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "parts_request_number" UNIQUE("number"),
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
	CONSTRAINT "parts_request_line_cancelled" CHECK ("parts_request_line"."cancelled" between 0 and "parts_request_line"."quantity")
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
	CONSTRAINT "stock_order_line_arrived" CHECK ("stock_order_line"."received" + "stock_order_line"."lost" <= "stock_order_line"."shipped")
);
--> statement-breakpoint
ALTER TABLE "entry" DROP CONSTRAINT "entry_kind";--> statement-breakpoint
ALTER TABLE "entry" DROP CONSTRAINT "entry_reason";--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "length_mm" integer;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "width_mm" integer;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "height_mm" integer;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "life_cycle" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "retired_reason" text;--> statement-breakpoint
ALTER TABLE "part" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
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
CREATE INDEX "allocation_line" ON "allocation" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "allocation_to_pick" ON "allocation" USING btree ("site_id","location_id") WHERE "allocation"."state" = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "allocation_reservation" ON "allocation" USING btree ("reservation_id");--> statement-breakpoint
CREATE INDEX "parts_request_open" ON "parts_request" USING btree ("site_id","state","priority","needed_by");--> statement-breakpoint
CREATE INDEX "parts_request_requester" ON "parts_request" USING btree ("requested_by_id","created_at");--> statement-breakpoint
CREATE INDEX "stock_order_open" ON "stock_order" USING btree ("site_id","state","priority","needed_by");--> statement-breakpoint
CREATE INDEX "stock_order_request" ON "stock_order" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "stock_order_line_request" ON "stock_order_line" USING btree ("request_line_id");--> statement-breakpoint
CREATE INDEX "stock_order_line_waiting" ON "stock_order_line" USING btree ("part_id") WHERE "stock_order_line"."cancelled" + "stock_order_line"."allocated" + "stock_order_line"."picked" + "stock_order_line"."shipped" < "stock_order_line"."quantity";--> statement-breakpoint
CREATE INDEX "part_barcode_part" ON "part_barcode" USING btree ("part_id");--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_kind" CHECK ("entry"."kind" in ('opening', 'receipt', 'put-away', 'move', 'pick', 'pack', 'shipment', 'delivery',
                        'issue', 'removal', 'kit', 'return', 'count', 'adjustment', 'loss', 'scrap',
                        'reversal'));--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_reason" CHECK ("entry"."kind" not in ('scrap', 'loss', 'adjustment', 'reversal') or "entry"."reason" is not null);--> statement-breakpoint
ALTER TABLE "lot" ADD CONSTRAINT "lot_expires_on" CHECK ("lot"."expires_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');--> statement-breakpoint
ALTER TABLE "part" ADD CONSTRAINT "part_life_cycle" CHECK ("part"."life_cycle" in ('in-design', 'active', 'phase-out', 'obsolete', 'no-longer-served'));--> statement-breakpoint
ALTER TABLE "part" ADD CONSTRAINT "part_retired" CHECK ("part"."retired_at" is not null or "part"."retired_reason" is null);--> statement-breakpoint
ALTER TABLE "part" ADD CONSTRAINT "part_size" CHECK ("part"."weight_grams" >= 0 and "part"."length_mm" > 0 and "part"."width_mm" > 0 and "part"."height_mm" > 0);