/** Writes the rows of a table as the file that an import reads back to equal rows. */
import { writeCsv } from '../../inventory/index.ts';
import { type Columns, fieldsOf } from './read-table.rules.ts';

/** The headings of a table in one language; what a file to fill in begins with. */
export function headingsOf<R>(columns: Columns<R>, locale: 'en' | 'zh-CN'): readonly string[] {
  const word = locale === 'en' ? 0 : 1;
  return fieldsOf(columns).map((field) => columns[field].headings[word]);
}

/** The cells of one row, each as its column writes it. */
export function cellsOf<R>(columns: Columns<R>, row: R): readonly string[] {
  return fieldsOf(columns).map((field) => columns[field].write(row[field]));
}

/** CSV text of rows under their headings. */
export function tableCsv<R>(
  columns: Columns<R>,
  rows: readonly R[],
  locale: 'en' | 'zh-CN',
): string {
  return writeCsv([headingsOf(columns, locale), ...rows.map((row) => cellsOf(columns, row))]);
}
