/** What happened to a return: parts put in, faults found, every step with who and when. */
import { isPageKey } from '../../../i18n/page-words.ts';
import type { JobView, LineView } from '../../../rma/contract.ts';
import { Table } from '../../ui/table.tsx';
import { momentText, nameIn, type Visit } from '../../visit.ts';

type Used = LineView['usedParts'][number];
type Fault = LineView['faults'][number];

/** Parts in the unit and faults found; nothing while there are none. */
export function UsedParts({
  visit,
  line,
}: {
  visit: Visit;
  line: Pick<LineView | JobView, 'usedParts' | 'faults'>;
}) {
  const { say } = visit;
  const parts = [
    { heading: say('rma.part'), kind: 'code' as const, cell: (row: Used) => row.partNumber },
    { heading: say('rma.model'), cell: (row: Used) => nameIn(visit.locale, row) },
    { heading: say('rma.quantity'), kind: 'number' as const, cell: (row: Used) => row.quantity },
    { heading: say('rma.serial'), cell: (row: Used) => row.serialNumber ?? '—' },
    { heading: say('rma.from'), cell: (row: Used) => row.fromLocation },
    { heading: say('rma.by'), cell: (row: Used) => row.usedByName },
    { heading: say('rma.at'), cell: (row: Used) => momentText(row.usedAt) },
  ];
  const faults = [
    { heading: say('rma.fault-code'), kind: 'code' as const, cell: (row: Fault) => row.faultCode },
    { heading: say('rma.fault'), cell: (row: Fault) => nameIn(visit.locale, row) },
    { heading: say('rma.note'), cell: (row: Fault) => row.note ?? '—' },
    { heading: say('rma.by'), cell: (row: Fault) => row.recordedByName },
    { heading: say('rma.at'), cell: (row: Fault) => momentText(row.recordedAt) },
  ];
  return (
    <>
      {line.faults.length === 0 ? null : (
        <section>
          <h2>{say('rma.faults')}</h2>
          <Table visit={visit} caption={say('rma.faults')} columns={faults} rows={line.faults} />
        </section>
      )}
      {line.usedParts.length === 0 ? null : (
        <section>
          <h2>{say('rma.parts-used')}</h2>
          <Table
            visit={visit}
            caption={say('rma.parts-used')}
            columns={parts}
            rows={line.usedParts}
          />
        </section>
      )}
    </>
  );
}

/** Every step, the newest first. */
export function LineHistory({ visit, line }: { visit: Visit; line: LineView }) {
  const { say } = visit;
  const did = (command: string) => {
    const key = `did.${command}`;
    return isPageKey(key) ? say(key) : command;
  };
  return (
    <section class="panel">
      <h2>{say('timeline.title')}</h2>
      <ol class="timeline">
        {line.timeline.map(({ at, command, actorName }) => (
          <li>
            <time datetime={at}>{momentText(at)}</time>
            {`${actorName}: ${did(command)}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
