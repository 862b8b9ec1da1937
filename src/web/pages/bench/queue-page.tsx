/** The bench's queue: what waits, the earliest promised day first. */
import type { z } from 'zod';
import { listJobs } from '../../../rma/index.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { stateWord } from '../rma/states.tsx';

type Job = z.output<typeof listJobs.output>[number];

/** `/bench` */
export async function showBench(visit: Visit) {
  const { say, locale } = visit;
  const jobs = await visit.ask(listJobs, { limit: 50 });
  const columns = [
    {
      heading: say('bench.job'),
      kind: 'code' as const,
      cell: (job: Job) => <a href={links.job(job.jobId)}>{job.number}</a>,
    },
    { heading: say('rma.code'), kind: 'code' as const, cell: (job: Job) => job.lineCode },
    { heading: say('rma.serial'), kind: 'code' as const, cell: (job: Job) => job.serialNumber },
    { heading: say('rma.model'), cell: (job: Job) => `${job.partNumber} ${nameIn(locale, job)}` },
    { heading: say('rma.state'), cell: (job: Job) => stateWord(visit, 'job', job.state) },
    { heading: say('rma.promised'), cell: (job: Job) => job.promisedOn ?? '—' },
    { heading: say('bench.technician'), cell: (job: Job) => job.technicianName ?? '—' },
  ];
  const scan = { context: 'bench', hasFocus: true };
  return show(
    visit,
    { title: say('bench.title'), section: 'bench', floor: true, scan },
    <>
      <p>{say('bench.hint')}</p>
      <Table visit={visit} caption={say('bench.queue')} columns={columns} rows={jobs} />
    </>,
  );
}
