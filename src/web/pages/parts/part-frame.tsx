/**
 * What stands around every page of one part: its tabs, and above them what anybody should know first,
 * that it is retired or superseded. Knows no tab.
 */
import type { Child } from 'hono/jsx';
import type { PartView } from '../../../inventory/contract.ts';
import { getPart, partRelations } from '../../../inventory/index.ts';
import type { Permission } from '../../../people/index.ts';
import type { FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { ProblemNotice } from '../../ui/form-box.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';

const tabs = [
  ['overview', ''],
  ['substitutes', '/substitutes'],
  ['suppliers', '/suppliers'],
  ['cost', '/cost'],
  ['codes', '/codes'],
  ['files', '/files'],
  ['more', '/more'],
  ['history', '/history'],
] as const;
export type PartTab = (typeof tabs)[number][0];

/** The right that shows a tab; without one everybody who may see parts sees it. */
const needs: Readonly<Partial<Record<PartTab, Permission>>> = {
  suppliers: 'purchasing.view',
  cost: 'costs.view',
};

/** The address of a tab of a part. */
export function tabLink(partId: string, tab: PartTab): string {
  return `${links.part(partId)}${tabs.find(([name]) => name === tab)?.[1] ?? ''}`;
}

function Tabs({ visit, partId, current }: { visit: Visit; partId: string; current: PartTab }) {
  const { say } = visit;
  const seen = tabs.filter(([tab]) => {
    const right = needs[tab];
    return right === undefined || visit.can(right);
  });
  return (
    <nav class="tabs" aria-label={say('part.tabs')}>
      {seen.map(([tab]) => (
        <a href={tabLink(partId, tab)} aria-current={tab === current ? 'page' : undefined}>
          {say(`part.tab.${tab}`)}
        </a>
      ))}
    </nav>
  );
}

function Retired({ visit, part }: { visit: Visit; part: PartView }) {
  const { say } = visit;
  if (part.retiredAt === null) return null;
  return (
    <div class="notice">
      <p>{say('part.retired-notice')}</p>
      <p>{say('part.retired-why', { reason: part.retiredReason })}</p>
    </div>
  );
}

type Chain = readonly { readonly partId: string; readonly partNumber: string }[];

function Superseded({ visit, part, chain }: { visit: Visit; part: PartView; chain: Chain }) {
  const last = chain.at(-1);
  if (last === undefined || last.partId === part.id) return null;
  return (
    <p class="notice">
      <span>
        {`${visit.say('part.superseded')} `}
        <a class="code" href={links.part(last.partId)}>
          {last.partNumber}
        </a>
      </span>
    </p>
  );
}

/** What a tab shows, and the form that was just refused on it. */
export interface TabContent {
  readonly part: PartView;
  readonly content: Child;
  /** A refusal that no field of the page shows. */
  readonly refused?: FormState | undefined;
  readonly status?: number | undefined;
}

/** The part of the address. */
export function partOf(visit: Visit): Promise<PartView> {
  return visit.ask(getPart, { partId: idStep(visit, 'partId') });
}

/** Shows a tab of a part. */
export async function showTab(visit: Visit, tab: PartTab, given: TabContent) {
  const { part, content, refused, status } = given;
  const { chain } = await visit.ask(partRelations, { partId: part.id });
  const problem = refused?.problem ?? null;
  return show(
    visit,
    {
      title: `${part.partNumber} · ${nameIn(visit.locale, part)}`,
      section: 'parts',
      status: status ?? problem?.status,
    },
    <>
      <Tabs visit={visit} partId={part.id} current={tab} />
      <Retired visit={visit} part={part} />
      <Superseded visit={visit} part={part} chain={chain} />
      {problem === null ? null : <ProblemNotice visit={visit} problem={problem} />}
      {content}
    </>,
  );
}
