/**
 * Tables and what goes round them: pager, search, pairs of name and value. Cells come as text or as
 * ready elements; at most 50 rows a page, since long tables are paged by the server.
 */
import type { Child } from 'hono/jsx';
import type { Visit } from '../visit.ts';

/** One column: its heading, and how a row shows in it. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => Child;
  /** `number` aligns right; `code` is fixed width. */
  readonly kind?: 'number' | 'code';
}

/** A table, or a sentence when there is no row. */
export function Table<Row>({
  visit,
  caption,
  columns,
  rows,
  empty,
}: {
  visit: Visit;
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  empty?: string;
}) {
  if (rows.length === 0) return <p class="empty">{empty ?? visit.say('list.none')}</p>;
  return (
    <section class="scroll" aria-label={caption} tabindex={0}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ heading, kind }) => (
              <th scope="col" class={kind}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map(({ cell, kind, heading }) => (
                <td class={kind} data-label={heading}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The page number asked for; 1 for anything that is none. */
export function pageNumber(visit: Visit): number {
  const asked = visit.param('page');
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
}

/** How many rows there are, and the way to the others. Keeps the other parameters of the address. */
export function Pager({ visit, total, limit }: { visit: Visit; total: number; limit: number }) {
  const { say, c } = visit;
  const page = pageNumber(visit);
  const pages = Math.max(1, Math.ceil(total / limit));
  const to = (target: number) => {
    const parameters = new URL(c.req.url).searchParams;
    parameters.set('page', String(target));
    return `?${parameters.toString()}`;
  };
  return (
    <nav class="pager" aria-label={say('list.pages')}>
      <span>{say('list.total', { total })}</span>
      {page > 1 ? <a href={to(page - 1)}>{say('list.previous')}</a> : null}
      {pages > 1 ? <span>{say('list.page', { page, pages })}</span> : null}
      {page < pages ? <a href={to(page + 1)}>{say('list.next')}</a> : null}
    </nav>
  );
}

/** A search over a list: posts nothing, keeps `kept` parameters. */
export function SearchBox({
  visit,
  label,
  kept = {},
  children,
}: {
  visit: Visit;
  label: string;
  kept?: Readonly<Record<string, string>>;
  children?: Child;
}) {
  return (
    <form method="get" class="filter">
      {Object.entries(kept).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label for="search">{label}</label>
      <input
        id="search"
        name="search"
        type="search"
        maxlength={100}
        value={visit.param('search')}
      />
      {children}
      <button type="submit">{visit.say('form.search')}</button>
    </form>
  );
}

/** Pairs of name and value. */
export function Facts({ facts }: { facts: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value === null || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A short word in a coloured frame; the word carries the meaning, the colour only helps. */
export function Chip({
  tone,
  children,
}: {
  tone?: 'good' | 'wait' | 'bad' | undefined;
  children?: Child;
}) {
  return <span class={`chip ${tone ?? ''}`}>{children}</span>;
}
