/** What the worker has to do and what it could not do, for whoever looks after the installation. */
import type { z } from 'zod';
import { listJobs, listUntoldFacts } from '../../../platform/jobs/index.ts';
import { show } from '../../layout.tsx';
import type { PageRoutes } from '../../page-routes.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { chosenOf, FilterChoice } from '../filter-choice.tsx';

type Job = z.output<typeof listJobs.output>['jobs'][number];
type Fact = z.output<typeof listUntoldFacts.output>['facts'][number];

const states = ['failed', 'waiting', 'running', 'done', 'cancelled'] as const;
const limit = 50;

function jobColumns({ say }: Visit): Column<Job>[] {
  return [
    { heading: say('jobs.kind'), kind: 'code', cell: (job) => job.kind },
    { heading: say('jobs.due'), kind: 'code', cell: (job) => momentText(job.runAt) },
    { heading: say('jobs.tries'), kind: 'number', cell: (job) => job.attempts },
    { heading: say('jobs.error'), cell: (job) => job.lastError ?? '' },
  ];
}

function factColumns({ say }: Visit): Column<Fact>[] {
  return [
    { heading: say('jobs.fact'), kind: 'code', cell: ({ fact }) => fact },
    { heading: say('jobs.at'), kind: 'code', cell: ({ at }) => momentText(at) },
    { heading: say('jobs.tries'), kind: 'number', cell: ({ attempts }) => attempts },
    {
      heading: say('jobs.left-aside'),
      cell: ({ leftAside }) => say(leftAside ? 'form.yes' : 'form.no'),
    },
    { heading: say('jobs.error'), cell: ({ lastError }) => lastError ?? '' },
  ];
}

async function showJobs(visit: Visit) {
  const { say } = visit;
  const state = chosenOf(visit, 'state', states) ?? 'failed';
  const [{ jobs }, { facts }] = await Promise.all([
    visit.ask(listJobs, { state, limit }),
    visit.ask(listUntoldFacts, { limit }),
  ]);
  const options = states.map((value) => ({ value, label: say(`jobs.state.${value}`) }));
  return show(
    visit,
    { title: say('jobs.title'), section: 'admin' },
    <>
      <form method="get" class="filter">
        <FilterChoice visit={visit} name="state" label={say('jobs.state')} options={options} />
        <button type="submit">{say('form.show')}</button>
      </form>
      <Table
        visit={visit}
        caption={say('jobs.title')}
        columns={jobColumns(visit)}
        rows={jobs}
        empty={say('jobs.none')}
      />
      <h2>{say('jobs.facts')}</h2>
      <Table
        visit={visit}
        caption={say('jobs.facts')}
        columns={factColumns(visit)}
        rows={facts}
        empty={say('jobs.facts-none')}
      />
    </>,
  );
}

/** Adds `/jobs`. */
export function jobPages(pages: PageRoutes): void {
  pages.get('/jobs', 'jobs.view', showJobs);
}
