/**
 * Why stock may not lie where a posting would put it: the place only groups others, or it is retired.
 * Reads places after the refusal; it never decides anything.
 */
import { sql } from 'drizzle-orm';
import type { DomainError } from '../../platform/errors.ts';
import type { Read } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import type { PostingLine } from './posting.rules.ts';

/** The refusal for the first line that ends in a place that holds no stock. */
export async function explainPlace(
  read: Read,
  lines: readonly Pick<PostingLine, 'to'>[],
): Promise<DomainError> {
  const ids = JSON.stringify(lines.map(({ to }) => to.locationId));
  const [found] = await read.db.execute<{ code: string; retired: boolean }>(sql`
    select code, retired_at is not null as retired from location
    where not holds_stock and id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)
    order by retired_at is null, code limit 1`);
  const location = found?.code ?? null;
  if (found?.retired) return inventoryErrors.error('location-retired', { location });
  return inventoryErrors.error('location-cannot-hold-stock', { location });
}
