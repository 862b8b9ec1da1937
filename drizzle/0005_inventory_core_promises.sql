-- What the application's role may do with the tables of the inventory core, and the numbers of its
-- documents. History tables get no update and no delete.

create sequence parts_request_number_seq;
--> statement-breakpoint
create sequence stock_order_number_seq;
--> statement-breakpoint
create sequence shipment_number_seq;
--> statement-breakpoint
create sequence receipt_number_seq;
--> statement-breakpoint
create sequence discrepancy_number_seq;
--> statement-breakpoint
create sequence purchase_order_number_seq;
--> statement-breakpoint
create sequence stock_count_number_seq;
--> statement-breakpoint
create sequence stock_change_number_seq;
--> statement-breakpoint
create sequence kit_order_number_seq;
--> statement-breakpoint
grant usage on all sequences in schema public to benchstock_app;
--> statement-breakpoint

-- Requests, orders and what is expected: documents are closed, never deleted.
grant select, insert, update on parts_request, parts_request_line, stock_order, stock_order_line, allocation,
  expected_supply to benchstock_app;
--> statement-breakpoint

-- The part master: what is no longer so is removed, the activity keeps who said it. A file is retired.
grant select, insert, update, delete on part_relation, supplier_part, supplier_price, part_unit,
  part_custom_value, part_model to benchstock_app;
--> statement-breakpoint
grant select, insert, update on part_file, custom_field to benchstock_app;
--> statement-breakpoint

-- Receiving: what came in and what was decided about it is history; a discrepancy is followed.
grant select, insert on receipt, receipt_line, discrepancy_settlement to benchstock_app;
--> statement-breakpoint
grant select, insert, update on discrepancy, receiving_rule to benchstock_app;
--> statement-breakpoint
grant usage on all sequences in schema public to benchstock_app;
--> statement-breakpoint

-- Shipments: parcels of returns and of parts share one series of numbers, so that no two are called alike.
drop sequence shipment_number_seq;
--> statement-breakpoint
alter sequence rma_shipment_number_seq rename to shipment_number_seq;
--> statement-breakpoint
grant select, insert, update on shipment, shipment_line, shipment_box, shipment_loss to benchstock_app;
--> statement-breakpoint
grant select, insert on short_pick to benchstock_app;
--> statement-breakpoint

-- Limits of approval may be taken away; the activity keeps who set them. A notice is read, never deleted.
grant select, insert, update, delete on approval_limit to benchstock_app;
--> statement-breakpoint
grant select, insert, update on notice to benchstock_app;
--> statement-breakpoint

-- The transport network: calendars, lanes and routes are retired; a day off may be taken back.
grant select, insert, update on work_calendar, calendar_holiday, lane, return_route to benchstock_app;
--> statement-breakpoint
grant delete on calendar_holiday to benchstock_app;
--> statement-breakpoint
insert into work_calendar (id, code, name_en, name_zh, time_zone, weekdays, opens_minute, closes_minute,
                           counts_open_hours, created_at) values
  ('00000000-0000-7000-8000-000000000301', 'ALWAYS', 'Every day, around the clock', '每天全天', 'UTC', '1234567',
   0, 1440, false, '2026-01-01T00:00:00Z');
--> statement-breakpoint

-- Stock lies only in places that may hold some; a location only in a zone of its own site that is in use,
-- and only at a site that is open. The keys bind through columns that are null when they need not.
alter table bucket add constraint bucket_location_holds_stock
  foreign key (location_id, holds_stock) references location (id, holds_stock);
--> statement-breakpoint
alter table location add constraint location_in_zone
  foreign key (parent_id, site_id, is_live) references location (id, site_id, holds_locations);
--> statement-breakpoint
alter table location add constraint location_in_site
  foreign key (site_id, is_live) references site (id, is_open);
--> statement-breakpoint

-- Counts, adjustments, scrapping: documents are closed, never deleted; what was seen and what proves it
-- is only added to. Out of the box every difference is counted again.
grant select, insert, update on stock_count, count_bin, count_line, count_tolerance, stock_change,
  stock_change_piece, change_reason to benchstock_app;
--> statement-breakpoint
grant select, insert on count_seen, count_scan, count_piece, change_proof to benchstock_app;
--> statement-breakpoint
insert into count_tolerance (id, site_id, pieces, percent, value_minor, updated_at, updated_by_name) values
  ('00000000-0000-7000-8000-000000000401', null, 0, 0, 0, '2026-01-01T00:00:00Z', 'Benchstock');
--> statement-breakpoint
insert into change_reason (code, kind, name_en, name_zh, is_active) values
  ('BOOKED-WRONG', 'adjustment', 'Booked wrongly', '记账错误', true),
  ('FOUND', 'adjustment', 'Found', '盘盈找回', true),
  ('LOST', 'adjustment', 'Cannot be found', '实物缺失', true),
  ('WRONG-PART', 'adjustment', 'Booked under another part number', '料号记错', true),
  ('USED-UNBOOKED', 'adjustment', 'Used without being booked', '已领用未记账', true),
  ('DAMAGED', 'scrap', 'Damaged', '损坏', true),
  ('EXPIRED', 'scrap', 'Shelf life is over', '超过保质期', true),
  ('OBSOLETE', 'scrap', 'Obsolete', '型号淘汰', true),
  ('BEYOND-REPAIR', 'scrap', 'Not worth repairing', '无维修价值', true),
  ('CONTAMINATED', 'scrap', 'Contaminated', '受污染', true);
--> statement-breakpoint

-- Value: cost rows are changed by postings; what changed them, what is owed for used consignment stock
-- and which days are closed is history. Stock that is there already is worth the part's own cost.
grant select, insert, update on part_cost to benchstock_app;
--> statement-breakpoint
grant select, insert on cost_entry, consignment_payable, period_closing to benchstock_app;
--> statement-breakpoint
grant usage on all sequences in schema public to benchstock_app;
--> statement-breakpoint
insert into part_cost (part_id, quantity, value_minor)
select part.id, sum(b.on_hand), sum(b.on_hand) * coalesce(part.cost_minor, 0)
from bucket b
join part on part.id = b.part_id
join location l on l.id = b.location_id and (l.site_id is not null or l.kind = 'in-transit')
where b.owner_id = '00000000-0000-7000-8000-000000000201'
group by part.id, part.cost_minor
having sum(b.on_hand) > 0;
--> statement-breakpoint
insert into cost_entry (part_id, kind, quantity, value_minor, quantity_after, value_after, actor_name, at)
select part_id, 'opening', quantity, value_minor, quantity, value_minor, 'system', now() from part_cost
order by part_id;
--> statement-breakpoint
grant select, insert, update, delete on request_policy to benchstock_app;
--> statement-breakpoint

-- A van belongs to somebody. Vans of before may have nobody until they are changed.
alter table location add constraint location_van_custodian
  check (kind <> 'van' or custodian_id is not null or retired_at is not null) not valid;
--> statement-breakpoint

-- Purchasing: orders are ended, never deleted; the lines of a draft may be taken away, with whom they were for.
grant select, insert, update on purchase_demand, purchase_order to benchstock_app;
--> statement-breakpoint
grant select, insert, update, delete on purchase_order_line, purchase_cover to benchstock_app;
--> statement-breakpoint

-- Returns of parts. Obligations of before get a place in their machine; out of the box a person is
-- reminded three days before and every week after the due day.
create sequence part_return_number_seq;
--> statement-breakpoint
grant usage on sequence part_return_number_seq to benchstock_app;
--> statement-breakpoint
grant select, insert, update on part_return, part_return_line, return_chasing to benchstock_app;
--> statement-breakpoint
grant select, insert on part_return_inspection to benchstock_app;
--> statement-breakpoint
update defective_return
set snapshot = jsonb_build_object(
      'status', case when state = 'cancelled' then 'done' else 'active' end,
      'value', state, 'context', '{}'::jsonb),
    returned_at = case when state = 'returned' then closed_at end;
--> statement-breakpoint
insert into return_chasing (id, site_id, due_days, days_before, every_days, escalate_after_days,
                            set_by_name, set_at) values
  ('00000000-0000-7000-8000-000000000501', null, 14, 3, 7, 14, 'Benchstock', '2026-01-01T00:00:00Z');
--> statement-breakpoint

-- Kits: what a kit is made of now may be changed; each revision, and what was built or broken, is history.
grant select, insert, update on kit to benchstock_app;
--> statement-breakpoint
grant select, insert, update, delete on kit_component, model_bom_line to benchstock_app;
--> statement-breakpoint
grant select, insert on kit_revision, kit_order, kit_order_line to benchstock_app;
