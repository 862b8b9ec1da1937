/** Closed periods: which days are shut, who shut them, and the form that shuts more. */
import type { z } from 'zod';
import { closePeriod, listClosings } from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';

type Row = z.output<typeof listClosings.output>['closings'][number];

function columnsOf({ say }: Visit): Column<Row>[] {
  return [
    { heading: say('costs.closed-before'), kind: 'code', cell: (row) => row.closedBefore },
    { heading: say('costs.closed-by'), cell: (row) => row.closedByName },
    { heading: say('costs.closed-at'), kind: 'code', cell: (row) => momentText(row.closedAt) },
  ];
}

function CloseForm({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  if (!visit.can('costs.edit')) return null;
  return (
    <FormBox visit={visit} form={form} action="/costs/closings">
      <TextField
        form={form}
        name="closedBefore"
        label={say('costs.close-day')}
        hint={say('costs.close-hint')}
        type="date"
        required
      />
      <button type="submit" class="danger">
        {say('costs.close-go')}
      </button>
    </FormBox>
  );
}

/** Shows the closings and the form. */
export async function showClosings(visit: Visit, form = blankForm(visit)) {
  const { say } = visit;
  const { closings } = await visit.ask(listClosings, {});
  return show(
    visit,
    { title: say('costs.closings'), section: 'stock', status: form.problem?.status },
    <>
      <PageLinks visit={visit} links={[{ href: '/costs', label: say('costs.title') }]} />
      <p>{say('costs.closings-lead')}</p>
      <CloseForm visit={visit} form={form} />
      <Table
        visit={visit}
        caption={say('costs.closings')}
        columns={columnsOf(visit)}
        rows={closings.slice(0, 50)}
        empty={say('costs.closings-none')}
      />
    </>,
  );
}

/** Closes everything before the day. */
export async function sendClosing(visit: Visit, sentForm: FormData) {
  const fieldOf = {
    'inventory.closing-in-future': 'closedBefore',
    'inventory.closing-not-forward': 'closedBefore',
  };
  const sent = await submit(visit, sentForm, closePeriod, { fieldOf });
  if (!sent.ok) return showClosings(visit, sent.form);
  const { closedBefore } = sent.output;
  return visit.redirect('/costs/closings', 'costs.close-done', { day: closedBefore });
}
