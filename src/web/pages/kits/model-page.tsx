/** The bill of material of a model of equipment: which parts it takes, where, and how many. */
import { listModels } from '../../../inventory/index.ts';
import type { BomLineView } from '../../../kits/contract.ts';
import { addModelBomLine, modelBom, removeModelBomLine } from '../../../kits/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, type Column, Pager, pageNumber, SearchBox, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { PageLinks } from '../page-links.tsx';
import { RowButton } from '../parts/row-button.tsx';
import { searchParam } from '../stock/filters.ts';
import { kitLinks } from './links.ts';

const limit = 50;
const fieldOf = {
  'kits.part-not-for-model': 'partId',
  'kits.position-taken': 'position',
} as const;

type Model = Awaited<ReturnType<typeof modelsIn>>['models'][number];
const modelsIn = (visit: Visit) =>
  visit.ask(listModels, { search: searchParam(visit), page: pageNumber(visit), limit });

async function modelList(visit: Visit) {
  const { say } = visit;
  const { total, models } = await modelsIn(visit);
  const columns: Column<Model>[] = [
    {
      heading: say('kits.model'),
      cell: ({ model }) => <a href={kitLinks.model(model)}>{model}</a>,
    },
    { heading: say('part.models-count'), kind: 'number', cell: ({ partCount }) => partCount },
  ];
  return show(
    visit,
    { title: say('kits.models'), section: 'stock' },
    <>
      <SearchBox visit={visit} label={say('kits.model')} />
      <Table
        visit={visit}
        caption={say('kits.models')}
        columns={columns}
        rows={models}
        empty={say('part.models-empty')}
      />
      <Pager visit={visit} total={total} limit={limit} />
    </>,
  );
}

function lineColumns(visit: Visit, model: string): Column<BomLineView>[] {
  const { say, locale } = visit;
  const columns: Column<BomLineView>[] = [
    { heading: say('kits.position'), cell: (row) => row.position ?? say('kits.no-position') },
    {
      heading: say('kits.component'),
      kind: 'code',
      cell: (row) => (
        <a href={row.isKit ? kitLinks.kit(row.partId) : links.part(row.partId)}>{row.partNumber}</a>
      ),
    },
    {
      heading: say('kits.name'),
      cell: (row) => (
        <span class="row">
          {nameIn(locale, row)}
          {row.isKit ? <Chip tone="good">{say('kits.is-kit')}</Chip> : null}
          {row.isRetired ? <Chip tone="bad">{say('part.retired')}</Chip> : null}
        </span>
      ),
    },
    { heading: say('kits.per-unit'), kind: 'number', cell: ({ quantity }) => quantity ?? '—' },
    { heading: say('kits.note'), cell: ({ note }) => note ?? '—' },
  ];
  if (!visit.can('kits.edit')) return columns;
  const remove: Column<BomLineView> = {
    heading: say('kits.remove'),
    cell: ({ lineId, position, partNumber }) =>
      lineId === null ? null : (
        <RowButton
          visit={visit}
          action={`${kitLinks.models}/remove`}
          fields={{ lineId, model }}
          label={say('kits.remove')}
          about={`${partNumber} ${position ?? ''}`}
        />
      ),
  };
  return [...columns, remove];
}

async function bomPage(visit: Visit, model: string, form: FormState) {
  const { say } = visit;
  const { total, lines } = await visit.ask(modelBom, { model, page: pageNumber(visit), limit });
  const title = say('kits.model-title', { model });
  return show(
    visit,
    { title, section: 'stock', status: form.problem?.status },
    <>
      <PageLinks visit={visit} links={[{ href: kitLinks.models, label: say('kits.models') }]} />
      <Table
        visit={visit}
        caption={title}
        columns={lineColumns(visit, model)}
        rows={lines}
        empty={say('kits.model-none')}
      />
      <Pager visit={visit} total={total} limit={limit} />
      {visit.can('kits.edit') ? (
        <FormBox visit={visit} form={form} action={kitLinks.models} label={say('kits.bom-go')}>
          <h2>{say('kits.bom-add')}</h2>
          <input type="hidden" name="model" value={model} />
          <TextField
            form={form}
            name="partId"
            label={say('kits.component')}
            hint={say('kits.component-hint')}
            required
            isCode
            hasFocus
          />
          <TextField
            form={form}
            name="position"
            label={say('kits.position')}
            required
            maxlength={60}
          />
          <TextField
            form={form}
            name="quantity"
            label={say('kits.per-unit')}
            inputmode="numeric"
            required
          />
        </FormBox>
      ) : null}
    </>,
  );
}

/** Shows the models, and with `model` the bill of material of one. */
export function showModelBom(visit: Visit) {
  const model = visit.param('model').trim().slice(0, 100);
  if (model === '') return modelList(visit);
  return bomPage(visit, model, blankForm(visit, { quantity: 1 }));
}

const modelOf = (form: FormData) => textsOf(form).get('model')?.at(-1)?.slice(0, 100) ?? '';

/** Gives a part a position. */
export async function sendBomLine(visit: Visit, form: FormData) {
  const model = modelOf(form);
  const codes = { partId: 'part' } as const;
  const sent = await submitCodes(visit, form, addModelBomLine, { codes, fieldOf });
  if (!sent.ok) return bomPage(visit, model, sent.form);
  const position = textsOf(form).get('position')?.at(-1) ?? '';
  return visit.redirect(kitLinks.model(model), 'kits.bom-saved', { position });
}

/** Takes a position away. */
export async function sendBomRemoval(visit: Visit, form: FormData) {
  const model = modelOf(form);
  const sent = await submit(visit, form, removeModelBomLine);
  if (!sent.ok) return bomPage(visit, model, { ...sent.form, values: new Map() });
  return visit.redirect(kitLinks.model(model), 'kits.bom-removed');
}
