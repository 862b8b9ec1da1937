/**
 * The walk through the bins: scan a bin, then what is taken from it. The page says what is promised in
 * the bin, and which bin comes next; it takes nothing itself.
 */
import type { PickRowView } from '../../../shipments/contract.ts';
import { pickList } from '../../../shipments/index.ts';
import type { FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { ProblemNotice } from '../../ui/form-box.tsx';
import { Table } from '../../ui/table.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { chosenOf } from '../filter-choice.tsx';
import { siteOptions } from '../own-sites.ts';
import { shipmentLinks, withFilters } from './addresses.ts';
import { ConfirmPick, ShortForm, TakeForm } from './pick-forms.tsx';

const limit = 200;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What was refused on the page. */
export interface RefusedPick {
  readonly form: FormState;
  /** The promise whose own form was refused; null for a scan. */
  readonly allocationId: string | null;
}

/** The filters of the address. */
export function pickFilters(visit: Visit) {
  const [orderId, toSiteId] = ['orderId', 'toSiteId'].map((name) => {
    const value = visit.param(name);
    return uuid.test(value) ? value : null;
  });
  const priority = chosenOf(visit, 'priorityMax', ['1', '2', '3', '4']);
  return {
    orderId: orderId ?? null,
    toSiteId: toSiteId ?? null,
    priorityMax: Number(priority ?? '4'),
  };
}

/** What waits at the site of the path, as the filters of the address say. */
export async function picksFor(visit: Visit) {
  return visit.ask(pickList, { siteId: idStep(visit, 'siteId'), ...pickFilters(visit), limit });
}

/** Rows by bin, in walking order. */
export function byBin(rows: readonly PickRowView[]): [string, PickRowView[]][] {
  const bins = new Map<string, PickRowView[]>();
  for (const row of rows) bins.set(row.locationId, [...(bins.get(row.locationId) ?? []), row]);
  return [...bins];
}

function InThisBin({
  visit,
  rows,
  refused,
}: {
  visit: Visit;
  rows: readonly PickRowView[];
  refused: RefusedPick | undefined;
}) {
  const { say, locale } = visit;
  return (
    <Table
      visit={visit}
      caption={say('shipments.in-this-bin')}
      rows={rows}
      empty={say('shipments.bin-is-done')}
      columns={[
        { heading: say('shipments.part'), kind: 'code', cell: (row) => row.partNumber },
        { heading: say('shipments.name'), cell: (row) => nameIn(locale, row) },
        {
          heading: say('shipments.take'),
          cell: (row) => <TakeForm visit={visit} row={row} refused={refused} />,
        },
        {
          heading: say('shipments.for'),
          cell: (row) => `${row.orderNumber} → ${row.toSiteCode} · ${row.destinationCode}`,
        },
        {
          heading: say('shipments.priority'),
          cell: (row) => say(`shipments.priority.${priorityOf(row)}`),
        },
        {
          heading: say('shipments.short'),
          cell: (row) => <ShortForm visit={visit} row={row} refused={refused} />,
        },
      ]}
    />
  );
}

function priorityOf({ priority }: PickRowView): '1' | '2' | '3' | '4' {
  return (['1', '2', '3', '4'] as const)[priority - 1] ?? '4';
}

function NextBins({ visit, bins }: { visit: Visit; bins: readonly [string, PickRowView[]][] }) {
  const { say } = visit;
  const siteId = visit.step('siteId');
  return (
    <Table
      visit={visit}
      caption={say('shipments.next-bins')}
      rows={bins}
      empty={say('shipments.nothing-to-pick')}
      columns={[
        {
          heading: say('shipments.bin'),
          kind: 'code',
          cell: ([binId, rows]) => (
            <a href={withFilters(visit, shipmentLinks.pickBin(siteId, binId))}>
              {rows[0]?.locationCode ?? ''}
            </a>
          ),
        },
        {
          heading: say('shipments.parts'),
          kind: 'code',
          cell: ([, rows]) => [...new Set(rows.map((row) => row.partNumber))].join(', '),
        },
        { heading: say('shipments.promises'), kind: 'number', cell: ([, rows]) => rows.length },
        {
          heading: say('shipments.for'),
          cell: ([, rows]) => [...new Set(rows.map((row) => row.orderNumber))].join(', '),
        },
      ]}
    />
  );
}

async function Tools({ visit }: { visit: Visit }) {
  const { say } = visit;
  const siteId = visit.step('siteId');
  return (
    <p class="row">
      {visit.can('labels.print') ? (
        <a class="button" href={withFilters(visit, shipmentLinks.pickList(siteId))}>
          {say('shipments.print-pick-list')}
        </a>
      ) : null}
      <a class="button" href={shipmentLinks.hub('to-pack')}>
        {say('shipments.to-packing')}
      </a>
    </p>
  );
}

/** `/shipments/pick/:siteId` and `/shipments/pick/:siteId/:binId`. */
export async function showPick(visit: Visit, refused?: RefusedPick) {
  const { say } = visit;
  const siteId = idStep(visit, 'siteId');
  const binId = visit.step('binId') === '' ? null : idStep(visit, 'binId');
  const { rows } = await picksFor(visit);
  const bins = byBin(rows);
  const here = bins.find(([id]) => id === binId)?.[1] ?? [];
  const code = here[0]?.locationCode ?? visit.param('bin');
  const path = binId === null ? shipmentLinks.pick(siteId) : shipmentLinks.pickBin(siteId, binId);
  const frame = {
    title: binId === null ? say('shipments.pick') : say('shipments.pick-in', { bin: code || '—' }),
    section: 'shipments',
    floor: true,
    status: refused?.form.problem?.status,
    scan: {
      context: 'pick',
      acts: true,
      action: withFilters(visit, `${path}/scan`),
      label: binId === null ? say('shipments.scan-bin') : say('shipments.scan-piece'),
      hasFocus: refused === undefined,
    },
  } as const;
  const isLoose = refused !== undefined && refused.allocationId === null;
  const problem = isLoose ? refused.form.problem : null;
  const mustConfirm = isLoose && refused.form.mayConfirm.length > 0;
  return show(
    visit,
    frame,
    <>
      {problem === null || mustConfirm ? null : <ProblemNotice visit={visit} problem={problem} />}
      {mustConfirm ? (
        <ConfirmPick
          visit={visit}
          form={refused.form}
          action={withFilters(visit, `${path}/take`)}
        />
      ) : null}
      <p>{binId === null ? say('shipments.pick-hint') : say('shipments.bin-hint')}</p>
      {binId === null ? null : <InThisBin visit={visit} rows={here} refused={refused} />}
      <h2>{say('shipments.next-bins')}</h2>
      <NextBins visit={visit} bins={bins.filter(([id]) => id !== binId)} />
      {await Tools({ visit })}
    </>,
  );
}

/** `/shipments/pick`: which site is walked through. With one site there is nothing to choose. */
export async function choosePickSite(visit: Visit) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'shipments.work');
  const [only, ...others] = sites;
  if (only !== undefined && others.length === 0) {
    return visit.redirect(shipmentLinks.pick(only.value));
  }
  const counted = await Promise.all(
    sites.map(async ({ value, label }) => {
      const { total } = await visit.ask(pickList, { siteId: value, limit: 1 });
      return { value, label, total };
    }),
  );
  const waiting = [...counted].sort((a, b) => b.total - a.total);
  return show(
    visit,
    { title: say('shipments.pick'), section: 'shipments', floor: true },
    <ul class="tiles">
      {waiting.map(({ value, label, total }) => (
        <li>
          <a href={shipmentLinks.pick(value)}>
            <b>{total}</b> {label}
          </a>
        </li>
      ))}
    </ul>,
  );
}
