/** One return: its lines piece by piece, what was found, and the steps that are possible now. */
import { conditions } from '../../../inventory/index.ts';
import type { ReturnLineView, ReturnView } from '../../../part-returns/contract.ts';
import {
  addReturnLines,
  cancelPartReturn,
  getPartReturn,
  handOverReturn,
  inspectReturn,
  removeReturnLine,
  sendPartReturn,
} from '../../../part-returns/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { type ActionSpec, Actions } from '../../ui/actions.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Facts, Table } from '../../ui/table.tsx';
import { idStep, momentText, nameIn, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { LocationField, stockFieldOf } from '../stock/stock-fields.tsx';
import { StateChip } from './hub-page.tsx';
import { Inspections } from './inspections.tsx';
import { returnLinks } from './links.ts';
import { scanned } from './scanned.ts';

interface Refused {
  readonly event: string;
  readonly form: FormState;
}

function lineName(line: ReturnLineView): string {
  return [line.partNumber, line.serialNumber ?? line.lotNumber].filter(Boolean).join(' · ');
}

function inspectFields(visit: Visit, one: ReturnView) {
  const { say } = visit;
  const waiting = one.contents.filter((line) => line.toInspect > 0);
  const [first] = waiting;
  return (form: FormState) => (
    <>
      <SelectField
        form={form}
        name="lineId"
        label={say('stock.part')}
        options={waiting.map((line) => ({
          value: line.lineId,
          label: `${lineName(line)} (${line.toInspect})`,
        }))}
      />
      <SelectField
        form={form}
        name="found"
        label={say('part-returns.found')}
        options={conditions.map((value) => ({ value, label: say(`condition.${value}`) }))}
      />
      <TextField
        form={form}
        name="quantity"
        label={say('stock.quantity')}
        inputmode="numeric"
        hint={say('part-returns.inspect-quantity', { count: first?.toInspect ?? 0 })}
        required
      />
      {one.toPartyCode === null ? (
        <LocationField
          visit={visit}
          form={form}
          name="locationId"
          label={say('part-returns.lies-at', { place: first?.arrivedAtCode ?? '' })}
        />
      ) : null}
      <TextField form={form} name="note" label={say('part-returns.note')} maxlength={500} />
    </>
  );
}

function specs(visit: Visit, one: ReturnView): Record<string, ActionSpec> {
  const { say } = visit;
  return {
    'hand-over': {
      command: handOverReturn,
      tone: one.siteId === one.toSiteId ? 'main' : undefined,
      fields: (form) => (
        <LocationField visit={visit} form={form} name="locationId" label={say('owed.target')} />
      ),
    },
    send: {
      command: sendPartReturn,
      tone: one.siteId === one.toSiteId ? undefined : 'main',
      fields: (form) => (
        <>
          <TextField
            form={form}
            name="carrier"
            label={say('part-returns.carrier')}
            maxlength={80}
          />
          <TextField
            form={form}
            name="trackingNumber"
            label={say('part-returns.tracking')}
            maxlength={80}
            isCode
          />
        </>
      ),
    },
    inspect: { command: inspectReturn, tone: 'main', fields: inspectFields(visit, one) },
    cancel: { command: cancelPartReturn, tone: 'danger' },
  };
}

function Remove({ visit, one, line }: { visit: Visit; one: ReturnView; line: ReturnLineView }) {
  if (one.state !== 'open' || line.listed === 0 || !visit.can('part-returns.send')) return null;
  const action = `${returnLinks.one(one.returnId)}/remove`;
  return (
    <FormBox visit={visit} form={blankForm(visit)} action={action} version={one.version}>
      <input type="hidden" name="lineId" value={line.lineId} />
      <button type="submit">{visit.say('part-returns.remove')}</button>
    </FormBox>
  );
}

function Lines({ visit, one }: { visit: Visit; one: ReturnView }) {
  const { say, locale } = visit;
  return (
    <Table
      visit={visit}
      caption={say('part-returns.lines')}
      rows={one.contents}
      columns={[
        {
          heading: say('stock.part'),
          cell: (line) => (
            <>
              <a class="code" href={links.part(line.partId)}>
                {line.partNumber}
              </a>{' '}
              {nameIn(locale, line)}
            </>
          ),
        },
        {
          heading: say('part-returns.serial-or-lot'),
          kind: 'code',
          cell: (line) => line.serialNumber ?? line.lotNumber ?? '',
        },
        { heading: say('stock.condition'), cell: (line) => say(`condition.${line.condition}`) },
        { heading: say('owed.number'), kind: 'code', cell: (line) => line.owedNumber ?? '' },
        { heading: say('part-returns.from'), kind: 'code', cell: (line) => line.locationCode },
        { heading: say('stock.quantity'), kind: 'number', cell: (line) => line.quantity },
        { heading: say('part-returns.still-here'), kind: 'number', cell: (line) => line.listed },
        { heading: say('part-returns.on-the-way'), kind: 'number', cell: (line) => line.onTheWay },
        { heading: say('part-returns.lost'), kind: 'number', cell: (line) => line.lost },
        { heading: say('part-returns.to-inspect'), kind: 'number', cell: (line) => line.toInspect },
        { heading: say('part-returns.inspected'), kind: 'number', cell: (line) => line.inspected },
        {
          heading: say('part-returns.arrived-at'),
          kind: 'code',
          cell: (line) => line.arrivedAtCode ?? '',
        },
        { heading: '', cell: (line) => <Remove visit={visit} one={one} line={line} /> },
      ]}
    />
  );
}

function Scan({ visit, one, form }: { visit: Visit; one: ReturnView; form: FormState }) {
  const { say } = visit;
  if (one.state !== 'open' || !visit.can('part-returns.send')) return null;
  return (
    <FormBox
      visit={visit}
      form={form}
      action={`${returnLinks.one(one.returnId)}/scan`}
      version={one.version}
      label={say('part-returns.add-go')}
    >
      <TextField
        form={form}
        name="code"
        label={say('part-returns.add')}
        hint={say('part-returns.add-hint')}
        isCode
        required
        hasFocus
      />
      <TextField form={form} name="quantity" label={say('stock.quantity')} inputmode="numeric" />
    </FormBox>
  );
}

/** `/part-returns/:returnId`. */
export async function showReturn(visit: Visit, refused?: Refused) {
  const { say } = visit;
  const one = await visit.ask(getPartReturn, { returnId: idStep(visit, 'returnId') });
  const goal = one.toSiteCode ?? one.toPartyCode ?? '';
  const shipment =
    one.shipmentId === null ? null : (
      <a class="code" href={links.shipment(one.shipmentId)}>
        {one.shipmentNumber}
      </a>
    );
  const scan = refused?.event === 'scan' ? refused.form : blankForm(visit);
  const step = refused !== undefined && refused.event !== 'scan' ? refused : undefined;
  return show(
    visit,
    {
      title: say('part-returns.one', { number: one.number }),
      section: 'part-returns',
      floor: true,
      status: refused?.form.problem?.status,
    },
    <>
      <Facts
        facts={[
          [say('part-returns.state'), <StateChip visit={visit} state={one.state} />],
          [say('part-returns.way'), `${one.siteCode} → ${goal}`],
          [say('part-returns.job'), one.document],
          [say('part-returns.shipment'), shipment],
          [say('part-returns.opened'), `${one.createdByName}, ${momentText(one.createdAt)}`],
          [say('part-returns.note'), one.note],
        ]}
      />
      <Scan visit={visit} one={one} form={scan} />
      <Lines visit={visit} one={one} />
      <Actions
        visit={visit}
        events={one.events}
        specs={specs(visit, one)}
        words="part-returns.step"
        base={returnLinks.one(one.returnId)}
        version={one.version}
        refused={step}
      />
      <Inspections visit={visit} one={one} />
    </>,
  );
}

const commands = {
  'hand-over': handOverReturn,
  send: sendPartReturn,
  cancel: cancelPartReturn,
  remove: removeReturnLine,
  inspect: inspectReturn,
} as const;

/** Does the step the address names; an unknown one shows the page. */
export async function sendStep(visit: Visit, form: FormData) {
  const returnId = idStep(visit, 'returnId');
  const event = visit.step('event');
  if (event === 'scan') {
    const stock = await scanned(visit, textsOf(form));
    const sent = await submit(visit, form, addReturnLines, {
      fixed: { returnId, stock },
      fieldOf: { ...stockFieldOf, 'part-returns.some-are-listed': 'code' },
    });
    if (!sent.ok) return showReturn(visit, { event, form: sent.form });
    return visit.redirect(returnLinks.one(returnId), 'part-returns.added');
  }
  if (!Object.hasOwn(commands, event)) return showReturn(visit);
  const command = commands[event as keyof typeof commands];
  const sent = await submitCodes(visit, form, command as typeof handOverReturn, {
    codes: event === 'hand-over' || event === 'inspect' ? { locationId: 'location' } : {},
    fixed: { returnId },
    fieldOf: {
      ...stockFieldOf,
      'part-returns.more-than-came': 'quantity',
      'part-returns.different-sites': 'locationId',
    },
  });
  if (!sent.ok) return showReturn(visit, { event, form: sent.form });
  const state = visit.say(`part-returns.state.${sent.output.state}`);
  return visit.redirect(returnLinks.one(returnId), 'part-returns.done', { state });
}
