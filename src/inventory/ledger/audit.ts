/**
 * The auditor: a list of validators over the whole ledger. Each is one question to the database
 * whose right answer is no rows. Each question sees one moment; nothing is decided or repaired.
 */
import { sql } from 'drizzle-orm';
import type { Database } from '../../platform/db/connect.ts';
import { costValidators, type Validator } from './audit-costs.ts';

/** One broken promise: which validator found it and the row it found, as data. */
export interface Finding {
  readonly validator: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

// Written as plain text: nothing in them comes from outside.
export const ledgerValidators: readonly Validator[] = [
  {
    name: 'balance-equals-movements',
    question: `
      with moved as (
        select id, sum(delta)::bigint as total from (
          select to_bucket_id as id, quantity as delta from movement
          union all select from_bucket_id, -quantity from movement) m group by id)
      select coalesce(b.id, m.id) as bucket, b.on_hand, m.total
      from bucket b full join moved m on m.id = b.id
      where b.id is null or b.on_hand <> coalesce(m.total, 0)`,
  },
  {
    name: 'parts-are-conserved',
    question: `
      select part_id, sum(on_hand)::bigint as total from bucket
      group by part_id having sum(on_hand) <> 0`,
  },
  {
    name: 'no-pile-below-zero',
    question: `
      select b.id as bucket, b.on_hand, b.reserved from bucket b
      join location l on l.id = b.location_id
      where (b.on_hand < 0 and l.kind not in ('supplier', 'conversion', 'opening', 'count-difference'))
         or b.reserved < 0 or (b.reserved > b.on_hand and b.reserved > 0)`,
  },
  {
    name: 'reserved-equals-live-holds',
    question: `
      with live as (
        select bucket_id, sum(quantity - consumed - released)::bigint as open
        from reservation group by bucket_id)
      select b.id as bucket, b.reserved, l.open from bucket b
      full join live l on l.bucket_id = b.id
      where coalesce(b.reserved, 0) <> coalesce(l.open, 0)`,
  },
  {
    name: 'one-place-per-serial',
    question: `
      select b.id as bucket, b.on_hand, count(s.id) as serials
      from bucket b left join serial_unit s on s.bucket_id = b.id
      where b.tracking = 'serial' and not b.neg_ok
      group by b.id having count(s.id) <> b.on_hand`,
  },
  {
    name: 'serial-place-is-last-movement',
    question: `
      select s.id as serial, s.bucket_id, last.to_bucket_id from serial_unit s
      left join lateral (
        select to_bucket_id from movement m where m.serial_id = s.id order by m.seq desc limit 1
      ) last on true
      where s.bucket_id is distinct from last.to_bucket_id`,
  },
  {
    name: 'serial-path-has-no-jump',
    question: `
      select * from (
        select serial_id, seq, from_bucket_id,
               lag(to_bucket_id) over (partition by serial_id order by seq) as came_from
        from movement where serial_id is not null) p
      where came_from is not null and came_from <> from_bucket_id`,
  },
  {
    name: 'serial-hold-is-live',
    question: `
      select s.id as serial, s.hold_id, r.id as reservation from serial_unit s
      full join (select * from reservation
                 where serial_id is not null and consumed + released < quantity) r
        on r.id = s.hold_id and r.serial_id = s.id
      where (s.hold_id is not null and r.id is null) or (s.id is null)`,
  },
  {
    name: 'no-update-was-lost',
    question: `
      select * from (
        select id, seq, after, delta, lag(after, 1, 0::bigint) over (partition by id order by seq, side) as before
        from (
          select to_bucket_id as id, seq, to_after as after, quantity as delta, 1 as side from movement
          union all
          select from_bucket_id, seq, from_after, -quantity, 0 from movement) m) p
      where after <> before + delta`,
  },
  {
    name: 'consumed-equals-movements',
    question: `
      select r.id as reservation, r.consumed, sum(m.quantity) as moved
      from reservation r left join movement m on m.reservation_id = r.id
      group by r.id having r.consumed <> coalesce(sum(m.quantity), 0)`,
  },
  {
    name: 'entries-have-movements',
    question: `
      select e.id as entry from entry e
      where not exists (select from movement m where m.entry_id = e.id)`,
  },
  {
    name: 'lines-are-gapless',
    question: `
      select entry_id, count(*), max(line) from movement
      group by entry_id having max(line) <> count(*) or min(line) <> 1`,
  },
  {
    name: 'reversal-mirrors-entry',
    question: `
      select e.id as reversal, e.reverses_id from entry e
      where e.reverses_id is not null and (
        exists (
          select from_bucket_id, to_bucket_id, quantity, serial_id from movement
          where entry_id = e.reverses_id
          except all
          select to_bucket_id, from_bucket_id, quantity, serial_id from movement
          where entry_id = e.id)
        or (select count(*) from movement where entry_id = e.id)
           <> (select count(*) from movement where entry_id = e.reverses_id))`,
  },
  {
    name: 'one-effect-per-key',
    question: `
      select posting_key, count(*) from entry
      where posting_key is not null group by 1 having count(*) > 1`,
  },
  ...costValidators,
];

/** Asks every validator; an empty list is a clean ledger. Findings are cut at 20 a validator. */
export async function auditLedger(
  db: Database,
  validators: readonly Validator[] = ledgerValidators,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const validator of validators) {
    const rows = await db.execute(sql.raw(`select * from (${validator.question}) q limit 20`));
    for (const row of rows) findings.push({ validator: validator.name, detail: { ...row } });
  }
  return findings;
}
