/** The page from which everything is imported and exported: what the reader may bring in, one line each. */
import { importTables } from '../../../imports/index.ts';
import { show } from '../../layout.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';

interface Line {
  readonly name: string;
  readonly lead: string;
  readonly href: string;
  readonly template: string;
  /** Where all of it is downloaded; parts ask for a site first. */
  readonly exported: string;
}

function linesOf({ can, say }: Visit): Line[] {
  const parts: Line = {
    name: say('imports.parts'),
    lead: say('imports.parts.lead'),
    href: '/parts/import',
    template: '/parts/import/template',
    exported: '/parts/import#export',
  };
  const tables = importTables
    .filter(({ permission }) => can(permission))
    .map(({ name }) => ({
      name: say(`imports.${name}`),
      lead: say(`imports.${name}.lead`),
      href: `/imports/${name}`,
      template: `/imports/${name}/template`,
      exported: `/imports/${name}/export`,
    }));
  return can('parts.import') ? [parts, ...tables] : tables;
}

function columnsOf({ say }: Visit): Column<Line>[] {
  return [
    { heading: say('imports.what'), cell: ({ href, name }) => <a href={href}>{name}</a> },
    { heading: say('imports.holds'), cell: ({ lead }) => lead },
    {
      heading: say('imports.template'),
      cell: ({ template, name }) => (
        <a href={template} aria-label={`${say('imports.template')}: ${name}`}>
          {say('imports.download')}
        </a>
      ),
    },
    {
      heading: say('imports.export'),
      cell: ({ exported, name }) => (
        <a href={exported} aria-label={`${say('imports.export')}: ${name}`}>
          {say('imports.download')}
        </a>
      ),
    },
  ];
}

/** Shows what may be imported. */
export function showHub(visit: Visit) {
  const { say } = visit;
  return show(
    visit,
    { title: say('imports.title'), section: 'admin' },
    <>
      <p>{say('imports.lead')}</p>
      <Table
        visit={visit}
        caption={say('imports.title')}
        columns={columnsOf(visit)}
        rows={linesOf(visit)}
        empty={say('imports.none')}
      />
    </>,
  );
}
