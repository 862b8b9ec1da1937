-- What every database starts with, and what the application's role may do.

create sequence rma_number_seq;
--> statement-breakpoint
create sequence repair_job_number_seq;
--> statement-breakpoint
create sequence defective_return_number_seq;
--> statement-breakpoint
create sequence rma_shipment_number_seq;
--> statement-breakpoint
create sequence handling_unit_number_seq;
--> statement-breakpoint

-- Quality states; only new and good stock may be promised.
insert into condition (code, is_allocatable) values
  ('new', true), ('good', true), ('unverified', false), ('defective', false), ('quarantine', false);
--> statement-breakpoint

-- The other side of a movement: one place of each kind, known by a fixed id.
insert into location (id, code, kind, created_at) values
  ('00000000-0000-7000-8000-000000000101', '~SUPPLIER', 'supplier', '2026-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000102', '~CUSTOMER', 'customer', '2026-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000103', '~REPAIRER', 'repairer', '2026-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000104', '~SCRAP', 'scrap', '2026-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000105', '~CONVERSION', 'conversion', '2026-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000106', '~OPENING', 'opening', '2026-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000107', '~COUNT-DIFFERENCE', 'count-difference', '2026-01-01T00:00:00Z'),
  ('00000000-0000-7000-8000-000000000108', '~IN-TRANSIT', 'in-transit', '2026-01-01T00:00:00Z');
--> statement-breakpoint
insert into party (id, code, kind, name_en, name_zh, created_at) values
  ('00000000-0000-7000-8000-000000000201', 'OURS', 'company', 'Our company', '本公司', '2026-01-01T00:00:00Z');
--> statement-breakpoint

-- A held serial names a live reservation; the two tables refer to each other.
alter table serial_unit add constraint serial_unit_hold foreign key (hold_id) references reservation (id);
--> statement-breakpoint

grant usage on schema public to benchstock_app;
--> statement-breakpoint
grant usage on all sequences in schema public to benchstock_app;
--> statement-breakpoint
grant select, insert on all tables in schema public to benchstock_app;
--> statement-breakpoint
-- History is added to and never changed: entry, movement, activity, request, test_result, job_fault,
-- job_part and condition are absent here on purpose.
grant update on bucket, serial_unit, reservation, outbox, job, part, part_barcode, party, site, location,
  lot, rma, rma_line, rma_shipment, repair_job, installed_unit, test_step, fault_code, defective_return,
  stock_level, suggestion, demand_month to benchstock_app;
--> statement-breakpoint
grant delete on outbox, job, part_barcode, stock_level, demand_month to benchstock_app;
