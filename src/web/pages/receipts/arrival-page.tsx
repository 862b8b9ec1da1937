/**
 * One shipment at the dock: scan its boxes, parts and pieces one after the other, or take the whole list
 * at once; what is missing stays on the way until somebody says that it did not come.
 */
import type { ArrivalDetail, ArrivalLine } from '../../../receipts/contract.ts';
import { getArrival } from '../../../receipts/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { CheckField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, Facts, Table } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { siteOptions } from '../own-sites.ts';
import { wordOf } from '../word-of.ts';
import { receiptLinks } from './links.ts';

/** A form of the page that was refused. */
export interface RefusedStep {
  readonly step: 'scan' | 'all' | 'box' | 'short';
  readonly form: FormState;
}

const formOf = (visit: Visit, refused: RefusedStep | undefined, step: RefusedStep['step']) =>
  refused?.step === step ? refused.form : blankForm(visit, { quantity: 1 });

function ScanForm({ visit, base, form }: { visit: Visit; base: string; form: FormState }) {
  const { say } = visit;
  return (
    <FormBox visit={visit} form={form} action={`${base}/scan`} label={say('receipts.take')}>
      <TextField
        form={form}
        name="code"
        label={say('receipts.scan-line')}
        hint={say('receipts.scan-line-hint')}
        maxlength={200}
        isCode
        required
        hasFocus
      />
      <details>
        <summary>{say('receipts.more-fields')}</summary>
        <TextField
          form={form}
          name="quantity"
          label={say('stock.quantity')}
          inputmode="numeric"
          required
        />
        <TextField form={form} name="lotNumber" label={say('stock.lot')} maxlength={60} isCode />
        <CheckField form={form} name="isDamaged" label={say('receipts.is-damaged')} />
      </details>
    </FormBox>
  );
}

function Boxes({
  visit,
  arrival,
  base,
  form,
}: {
  visit: Visit;
  arrival: ArrivalDetail;
  base: string;
  form: FormState;
}) {
  const { say } = visit;
  const chosen = visit.param('box');
  if (arrival.boxes.length === 0) return null;
  return (
    <>
      <h2>{say('receipts.boxes')}</h2>
      <ul class="choices">
        {arrival.boxes.map(({ boxId, boxNumber, expected, missing }) => (
          <li>
            {missing === 0 ? (
              <span>
                <span class="code">{boxNumber}</span>{' '}
                <Chip tone="good">{say('receipts.box-done', { expected })}</Chip>
              </span>
            ) : (
              <FormBox
                visit={visit}
                form={boxId === chosen ? form : blankForm(visit)}
                action={`${base}/box?box=${boxId}`}
              >
                <button type="submit" class={boxId === chosen ? 'main' : 'plain'}>
                  {say('receipts.take-box', { box: boxNumber, missing })}
                </button>
              </FormBox>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function WholeList({
  visit,
  base,
  refused,
}: {
  visit: Visit;
  base: string;
  refused: RefusedStep | undefined;
}) {
  const { say } = visit;
  return (
    <section class="actions">
      <FormBox visit={visit} form={formOf(visit, refused, 'all')} action={`${base}/all`}>
        <button type="submit" class="main" data-hotkey="a">
          {say('receipts.take-all')}
        </button>
      </FormBox>
      <details open={refused?.step === 'short'}>
        <summary class="button danger">{`${say('receipts.close-short')} …`}</summary>
        <FormBox visit={visit} form={formOf(visit, refused, 'short')} action={`${base}/short`}>
          <p>{say('receipts.close-short-lead')}</p>
          <TextField
            form={formOf(visit, refused, 'short')}
            name="note"
            label={say('receipts.note')}
            maxlength={500}
          />
          <button type="submit" class="danger">
            {say('receipts.close-short')}
          </button>
        </FormBox>
      </details>
    </section>
  );
}

function State({ visit, line }: { visit: Visit; line: ArrivalLine }) {
  const { say } = visit;
  if (line.missing === 0 && line.lost > 0) return <Chip tone="bad">{say('receipts.lost')}</Chip>;
  if (line.missing === 0) return <Chip tone="good">{say('receipts.complete')}</Chip>;
  return <Chip tone="wait">{say('receipts.missing', { missing: line.missing })}</Chip>;
}

function Lines({ visit, lines }: { visit: Visit; lines: readonly ArrivalLine[] }) {
  const { say, locale } = visit;
  return (
    <Table
      visit={visit}
      caption={say('receipts.lines')}
      rows={lines}
      columns={[
        { heading: say('stock.box'), kind: 'code', cell: (line) => line.boxNumber ?? '—' },
        {
          heading: say('stock.part'),
          cell: (line) => (
            <>
              <span class="code">{line.partNumber}</span> {nameIn(locale, line)}
            </>
          ),
        },
        {
          heading: say('receipts.serial-or-lot'),
          kind: 'code',
          cell: (line) => line.serialNumber ?? line.lotNumber ?? '—',
        },
        { heading: say('receipts.expected-short'), kind: 'number', cell: (line) => line.expected },
        { heading: say('receipts.received-short'), kind: 'number', cell: (line) => line.received },
        {
          heading: say('receipts.line-state'),
          cell: (line) => <State visit={visit} line={line} />,
        },
        {
          heading: say('receipts.goes-to'),
          kind: 'code',
          cell: (line) =>
            [line.orderNumber, line.destinationCode].filter(Boolean).join(' → ') || '—',
        },
      ]}
    />
  );
}

function Head({ visit, arrival }: { visit: Visit; arrival: ArrivalDetail }) {
  const { say } = visit;
  return (
    <Facts
      facts={[
        [say('receipts.way'), `${arrival.fromSiteCode} → ${arrival.siteCode ?? '—'}`],
        [
          say('receipts.promised'),
          <>
            {momentText(arrival.promisedAt)}{' '}
            {arrival.isOverdue ? <Chip tone="bad">{say('receipts.overdue')}</Chip> : null}
          </>,
        ],
        [say('receipts.state'), wordOf(visit, 'receipts.arrival-state', arrival.state)],
        [
          say('receipts.carrier'),
          [arrival.carrier, arrival.trackingNumber].filter(Boolean).join(' '),
        ],
        [
          say('receipts.receipts'),
          arrival.receipts.length === 0
            ? null
            : arrival.receipts.map(({ id, number, receivedByName }) => (
                <span>
                  <a class="code" href={receiptLinks.receipt(id)}>
                    {number}
                  </a>{' '}
                  {receivedByName}{' '}
                </span>
              )),
        ],
      ]}
    />
  );
}

/** Goods for somebody else: receiving them here is possible, and asked about once. */
async function ForOthers({
  visit,
  arrival,
  base,
  refused,
}: {
  visit: Visit;
  arrival: ArrivalDetail;
  base: string;
  refused: RefusedStep | undefined;
}) {
  const { say } = visit;
  const sites = await siteOptions(visit, 'receipts.work');
  const form = formOf(visit, refused, 'all');
  return (
    <>
      <p class="notice">{say('receipts.for-other-site', { site: arrival.siteCode ?? '—' })}</p>
      {sites.map(({ value, label }) => (
        <FormBox visit={visit} form={form} action={`${base}/all?site=${value}`}>
          <button type="submit" class="warn">
            {say('receipts.take-here', { site: label })}
          </button>
        </FormBox>
      ))}
    </>
  );
}

/** `/receipts/arrivals/:shipmentId`. */
export async function showArrival(visit: Visit, refused?: RefusedStep) {
  const { say } = visit;
  const arrival = await visit.ask(getArrival, { shipmentId: idStep(visit, 'shipmentId') });
  const base = receiptLinks.arrival(arrival.shipmentId);
  const isComing = arrival.state === 'in-transit' || arrival.state === 'partly-received';
  const mayWork = visit.can('receipts.work');
  const status = refused?.form.problem?.status;
  return show(
    visit,
    {
      title: say('receipts.arrival', { number: arrival.number }),
      section: 'receipts',
      floor: true,
      status,
    },
    <>
      {mayWork && arrival.isForReader ? (
        <ScanForm visit={visit} base={base} form={formOf(visit, refused, 'scan')} />
      ) : null}
      {mayWork && isComing && !arrival.isForReader ? (
        <ForOthers visit={visit} arrival={arrival} base={base} refused={refused} />
      ) : null}
      <Head visit={visit} arrival={arrival} />
      {mayWork && isComing && arrival.isForReader ? (
        <>
          <WholeList visit={visit} base={base} refused={refused} />
          <Boxes visit={visit} arrival={arrival} base={base} form={formOf(visit, refused, 'box')} />
        </>
      ) : null}
      {isComing ? null : <p class="notice good">{say('receipts.nothing-missing')}</p>}
      <h2>{say('receipts.lines')}</h2>
      <Lines visit={visit} lines={arrival.lines} />
    </>,
  );
}
