/** Who holds a part: document, person, how much, until when; and taking it over for a more urgent line. */
import { type HolderView, takeOverAllocation, whyNot } from '../../../orders/index.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import { blankForm, type FormState, submit, textIn } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Facts, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { Priority } from '../requests/words.tsx';
import { idParam } from '../stock/filters.ts';

function TakeOver({
  visit,
  holders,
  form,
}: {
  visit: Visit;
  holders: readonly HolderView[];
  form: FormState;
}) {
  const { say } = visit;
  const options = holders.flatMap(
    ({ allocationId, mayBeTaken, documentNumber, personName, quantity }) =>
      allocationId === null || !mayBeTaken
        ? []
        : [{ value: allocationId, label: `${documentNumber} · ${personName} · ${quantity}` }],
  );
  if (options.length === 0) return null;
  return (
    <FormBox visit={visit} form={form} action="/orders/take-over" label={say('orders.take-over')}>
      <h2>{say('orders.take-over-title')}</h2>
      <p>{say('orders.take-over-lead')}</p>
      <input type="hidden" name="lineId" value={textIn(form, 'lineId')} />
      <input type="hidden" name="partId" value={textIn(form, 'partId')} />
      <SelectField form={form} name="allocationId" label={say('orders.holder')} options={options} />
      <TextField form={form} name="reason" label={say('orders.reason')} maxlength={400} required />
    </FormBox>
  );
}

async function page(visit: Visit, form: FormState) {
  const { say } = visit;
  const partId = textIn(form, 'partId');
  const lineId = textIn(form, 'lineId');
  const told = await visit.ask(whyNot, {
    ...{ partId, locationId: idParam(visit, 'locationId') },
    lineId: lineId === '' ? null : lineId,
  });
  const columns: Column<HolderView>[] = [
    {
      heading: say('orders.holder'),
      kind: 'code',
      cell: (row) =>
        row.orderId === null ? (
          row.document
        ) : (
          <a href={`/orders/${row.orderId}`}>{row.documentNumber}</a>
        ),
    },
    { heading: say('orders.person'), cell: (row) => row.personName ?? '—' },
    { heading: say('orders.quantity'), kind: 'number', cell: (row) => row.quantity },
    {
      heading: say('orders.priority'),
      cell: (row) =>
        row.priority === null ? '—' : <Priority visit={visit} priority={row.priority} />,
    },
    { heading: say('orders.until'), cell: (row) => momentText(row.until) },
    {
      heading: say('orders.from'),
      kind: 'code',
      cell: (row) => `${row.siteCode ?? ''} ${row.locationCode}`.trim(),
    },
  ];
  const mayTake = lineId !== '' && visit.can('orders.manage');
  return show(
    visit,
    {
      title: say('orders.who-holds-part', { part: told.partNumber }),
      section: 'orders',
      status: form.problem?.status,
    },
    <>
      <Facts
        facts={[
          [say('orders.on-hand'), told.onHand],
          [say('orders.held'), told.held],
          [say('orders.free'), told.free],
        ]}
      />
      <Table
        visit={visit}
        caption={say('orders.holder')}
        columns={columns}
        rows={told.holders}
        empty={say('orders.nobody-holds')}
      />
      {mayTake ? <TakeOver visit={visit} holders={told.holders} form={form} /> : null}
    </>,
  );
}

/** `/orders/why-not` */
export function showWhyNot(visit: Visit) {
  const partId = idParam(visit, 'partId');
  if (partId === null) throw platformErrors.error('not-found');
  return page(visit, blankForm(visit, { partId, lineId: idParam(visit, 'lineId') ?? '' }));
}

/** Takes it over. */
export async function sendTakeOver(visit: Visit, form: FormData) {
  const sent = await submit(visit, form, takeOverAllocation);
  if (!sent.ok) return page(visit, { ...sent.form, values: textsOf(form) });
  const { orderId, number } = sent.output;
  return visit.redirect(`/orders/${orderId}`, 'orders.taken-over', { number });
}
