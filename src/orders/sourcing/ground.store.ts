/**
 * Reads in one statement everything about the world that sourcing some lines may need: the parts that
 * hang together with theirs, the free piles of all of these, the destinations, and to which of their
 * sites a lane leads. What it means is for the rules to say.
 */
import type { NamedPart, Relation } from '../../inventory/index.ts';
import { type Statement, statement } from '../../platform/db/statement.ts';
import { invariant } from '../../platform/errors.ts';
import type { Read } from '../../platform/work.ts';
import { type FreePile, type PileChoice, pilesOfMeant } from './candidates.store.ts';

/** A place that parts may be brought to. */
export interface Destination {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly isRetired: boolean;
  readonly siteId: string | null;
  readonly custodianId: string | null;
  /** Whether some lane leads to its site. */
  readonly hasLanes: boolean;
}

/** Which lines it is for, without repetition. */
export interface GroundAsk {
  readonly partIds: readonly string[];
  readonly destinationIds: readonly string[];
}

/** What was read. */
export interface GroundRows {
  /** The wanted parts and all that are related to them over any number of steps. */
  readonly parts: readonly NamedPart[];
  readonly relations: readonly Relation[];
  readonly destinations: readonly Destination[];
  readonly piles: readonly FreePile[];
}

type Row = { readonly [K in keyof GroundRows]: GroundRows[K] | null };

function groundStatement(read: Read, ask: GroundAsk, choice: PileChoice): Statement {
  return statement`
  with recursive meant (part_id) as (
    select t.value::uuid
    from jsonb_array_elements_text(${JSON.stringify(ask.partIds)}::jsonb) as t (value)
    union
    select case when r.from_part_id = a.part_id then r.to_part_id else r.from_part_id end
    from meant a
    join part_relation r on r.from_part_id = a.part_id or r.to_part_id = a.part_id
  ), ${pilesOfMeant(read, choice)}
  select (
    select json_agg(json_build_object(
      'id', part.id, 'partNumber', part.part_number, 'isRetired', part.retired_at is not null))
    from part where part.id = any (array(select part_id from meant))
  ) as parts, (
    select json_agg(json_build_object(
      'fromPartId', r.from_part_id, 'toPartId', r.to_part_id, 'kind', r.kind,
      'isTwoWay', r.is_two_way, 'numerator', r.numerator, 'denominator', r.denominator,
      'validFrom', r.valid_from, 'validTo', r.valid_to, 'useUpOldFirst', r.use_up_old_first,
      'effectivity', r.effectivity) order by f.part_number, t.part_number, r.valid_from nulls first, r.id)
    from part_relation r
    join part f on f.id = r.from_part_id
    join part t on t.id = r.to_part_id
    where r.from_part_id = any (array(select part_id from meant))
  ) as relations, (
    select json_agg(json_build_object(
      'id', l.id, 'code', l.code, 'kind', l.kind, 'isRetired', l.retired_at is not null,
      'siteId', l.site_id, 'custodianId', l.custodian_id, 'hasLanes', exists (
        select from lane where lane.to_site_id = l.site_id and lane.retired_at is null)))
    from location l
    where l.id = any (array(
      select jsonb_array_elements_text(${JSON.stringify(ask.destinationIds)}::jsonb)::uuid))
  ) as destinations, (
    select json_agg(candidate) from candidate
  ) as piles`;
}

/** Reads it; with `isLocked` the piles are locked and what is said of them stays true. */
export async function readGround(
  read: Read,
  ask: GroundAsk,
  choice: PileChoice,
): Promise<GroundRows> {
  const [row] = await read.rows<Row>(groundStatement(read, ask, choice));
  invariant(row, 'a question for one row has one');
  const { parts, relations, destinations, piles } = row;
  return {
    parts: parts ?? [],
    relations: relations ?? [],
    destinations: destinations ?? [],
    piles: piles ?? [],
  };
}
