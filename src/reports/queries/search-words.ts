/** How the words of a search become conditions. What is searched is the query's to say. */
import { type SQL, sql } from 'drizzle-orm';
import { containing } from '../../inventory/index.ts';
import { wordsOf } from '../search.rules.ts';

/** A text column as it is compared: upper case, without what people leave out. */
const foldedColumn = (text: SQL): SQL => sql`translate(upper(${text}), E' \t-_./', '')`;

/** That every word is found in the text; nothing to hold for an empty search. */
export function wordsIn(search: string, text: SQL): SQL[] {
  return wordsOf(search).map((word) => sql`${foldedColumn(text)} like ${containing(word)}`);
}

/** What a part is known by. */
export const partText = sql`concat_ws(' ', part.part_number, part.name_en, part.name_zh,
  part.manufacturer_part_number, part.category)`;

/** All of the conditions, or true where there is none. */
export function allOf(conditions: readonly SQL[]): SQL {
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `);
}
