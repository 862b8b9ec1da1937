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
CREATE INDEX "expected_supply_open" ON "expected_supply" USING btree ("part_id","site_id") WHERE "expected_supply"."quantity" > 0;--> statement-breakpoint
CREATE INDEX "allocation_line" ON "allocation" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "allocation_to_pick" ON "allocation" USING btree ("site_id","location_id") WHERE "allocation"."state" = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "allocation_reservation" ON "allocation" USING btree ("reservation_id");--> statement-breakpoint
CREATE INDEX "parts_request_open" ON "parts_request" USING btree ("site_id","state","priority","needed_by");--> statement-breakpoint
CREATE INDEX "parts_request_requester" ON "parts_request" USING btree ("requested_by_id","created_at");--> statement-breakpoint
CREATE INDEX "stock_order_open" ON "stock_order" USING btree ("site_id","state","priority","needed_by");--> statement-breakpoint
CREATE INDEX "stock_order_request" ON "stock_order" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "stock_order_line_request" ON "stock_order_line" USING btree ("request_line_id");--> statement-breakpoint
CREATE INDEX "stock_order_line_waiting" ON "stock_order_line" USING btree ("part_id") WHERE "stock_order_line"."cancelled" + "stock_order_line"."allocated" + "stock_order_line"."picked" + "stock_order_line"."shipped" < "stock_order_line"."quantity";