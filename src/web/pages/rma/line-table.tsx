/** Returns as a table; the lists of the desk, the dock and shipping share it. */
import type { LineSummary } from '../../../rma/contract.ts';
import { links } from '../../links.ts';
import { Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { stateChip } from './states.tsx';

/** The customer's name in the reader's language. */
export function customerName(
  visit: Visit,
  line: Pick<LineSummary, 'customerNameEn' | 'customerNameZh'>,
): string {
  return nameIn(visit.locale, { nameEn: line.customerNameEn, nameZh: line.customerNameZh });
}

/** The table; `to` says which page a return's number opens. */
export function LineTable({
  visit,
  caption,
  lines,
  to = links.line,
}: {
  visit: Visit;
  caption: string;
  lines: readonly LineSummary[];
  to?: (lineId: string) => string;
}) {
  const { say } = visit;
  const columns = [
    {
      heading: say('rma.code'),
      kind: 'code' as const,
      cell: (line: LineSummary) => <a href={to(line.lineId)}>{line.code}</a>,
    },
    {
      heading: say('rma.serial'),
      kind: 'code' as const,
      cell: (line: LineSummary) => line.serialNumber,
    },
    {
      heading: say('rma.model'),
      cell: (line: LineSummary) => `${line.partNumber} ${nameIn(visit.locale, line)}`,
    },
    { heading: say('rma.customer'), cell: (line: LineSummary) => customerName(visit, line) },
    { heading: say('rma.site'), cell: (line: LineSummary) => line.siteCode },
    { heading: say('rma.state'), cell: (line: LineSummary) => stateChip(visit, line) },
    { heading: say('rma.promised'), cell: (line: LineSummary) => line.promisedOn ?? '—' },
  ];
  return <Table visit={visit} caption={caption} columns={columns} rows={lines} />;
}
