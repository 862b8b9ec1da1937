/** The models a part fits and what it holds in the company's own fields. */
import type { CustomValueView, PartModelView, PartView } from '../../../inventory/contract.ts';
import {
  addPartModel,
  partAttachments,
  removePartModel,
  setCustomValues,
} from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Facts, Table } from '../../ui/table.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { fieldText, labelIn } from './field-words.ts';
import { partOf, showTab, tabLink } from './part-frame.tsx';
import { RowButton } from './row-button.tsx';

interface Props {
  readonly visit: Visit;
  readonly part: PartView;
  readonly form: FormState;
}

function modelColumns({ visit, part }: Omit<Props, 'form'>): Column<PartModelView>[] {
  const { say } = visit;
  const columns: Column<PartModelView>[] = [
    {
      heading: say('part.model'),
      cell: ({ model }) => <a href={`/parts/models?model=${encodeURIComponent(model)}`}>{model}</a>,
    },
    { heading: say('part.note'), cell: ({ note }) => note ?? '—' },
  ];
  if (!visit.can('parts.edit')) return columns;
  const removal: Column<PartModelView> = {
    heading: say('part.change'),
    cell: ({ id, model }) => (
      <RowButton
        visit={visit}
        action={`${tabLink(part.id, 'more')}/models/${id}/remove`}
        label={say('part.remove')}
        about={model}
      />
    ),
  };
  return [...columns, removal];
}

function Models({ visit, part, form, models }: Props & { models: PartModelView[] }) {
  const { say } = visit;
  const action = `${tabLink(part.id, 'more')}/models`;
  return (
    <section class="panel">
      <h2>{say('part.models')}</h2>
      <Table
        visit={visit}
        caption={say('part.models')}
        columns={modelColumns({ visit, part })}
        rows={models}
        empty={say('part.models-none')}
      />
      {visit.can('parts.edit') ? (
        <FormBox visit={visit} form={form} action={action} label={say('part.model-add')}>
          <TextField form={form} name="model" label={say('part.model')} maxlength={100} required />
          <TextField form={form} name="note" label={say('part.note')} maxlength={300} />
        </FormBox>
      ) : null}
    </section>
  );
}

function ValueField({
  visit,
  form,
  field,
  at,
}: {
  visit: Visit;
  form: FormState;
  field: CustomValueView;
  at: number;
}) {
  const shared = {
    form,
    name: `values.${at}.value`,
    label: labelIn(visit.locale, field),
    required: field.isRequired,
  };
  const options = field.choices.map((choice) => ({
    value: choice.code,
    label: labelIn(visit.locale, choice),
  }));
  return (
    <>
      <input type="hidden" name={`values.${at}.code`} value={field.code} />
      {field.kind === 'choice' ? (
        <SelectField {...shared} options={options} empty={visit.say('part.field-none-chosen')} />
      ) : (
        <TextField
          {...shared}
          type={field.kind === 'day' ? 'date' : 'text'}
          {...(field.kind === 'number' ? { inputmode: 'decimal' as const } : {})}
        />
      )}
    </>
  );
}

function Values({ visit, part, form, fields }: Props & { fields: CustomValueView[] }) {
  const { say, locale } = visit;
  const action = `${tabLink(part.id, 'more')}/fields`;
  const facts = fields.map((one) => [labelIn(locale, one), fieldText(locale, one)] as const);
  return (
    <section class="panel">
      <h2>{say('part.fields')}</h2>
      {fields.length === 0 ? <p class="empty">{say('part.fields-none')}</p> : null}
      {visit.can('parts.edit') && fields.length > 0 ? (
        <FormBox visit={visit} form={form} action={action} label={say('part.fields-save')}>
          {fields.map((field, at) => (
            <ValueField visit={visit} form={form} field={field} at={at} />
          ))}
        </FormBox>
      ) : (
        <Facts facts={facts} />
      )}
    </section>
  );
}

interface Refused {
  readonly of: 'model' | 'fields' | 'row';
  readonly form: FormState;
}

async function page(visit: Visit, part: PartView, refused?: Refused) {
  const { models, fields } = await visit.ask(partAttachments, { partId: part.id });
  const kept = fields.map(({ value }, at) => [`values.${at}.value`, value] as const);
  const modelForm = refused?.of === 'model' ? refused.form : blankForm(visit);
  const valueForm =
    refused?.of === 'fields' ? refused.form : blankForm(visit, Object.fromEntries(kept));
  const content = (
    <div class="columns">
      <Models visit={visit} part={part} form={modelForm} models={models} />
      <Values visit={visit} part={part} form={valueForm} fields={fields} />
    </div>
  );
  return showTab(visit, 'more', {
    part,
    content,
    refused: refused?.of === 'row' ? refused.form : undefined,
    status: refused?.form.problem?.status,
  });
}

/** Shows models and fields. */
export async function showMore(visit: Visit) {
  return page(visit, await partOf(visit));
}

/** Says that the part fits a model. */
export async function sendModel(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const sent = await submit(visit, sentForm, addPartModel, {
    fixed: { partId: part.id },
    fieldOf: { 'inventory.part-model-taken': 'model' },
  });
  if (!sent.ok) return page(visit, part, { of: 'model', form: sent.form });
  const model = textsOf(sentForm).get('model')?.at(-1) ?? '';
  return visit.redirect(tabLink(part.id, 'more'), 'part.model-added', { model });
}

/** Takes a model off the part. */
export async function sendModelRemoval(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const fixed = { partId: part.id, modelId: idStep(visit, 'modelId') };
  const sent = await submit(visit, sentForm, removePartModel, { fixed });
  if (!sent.ok) return page(visit, part, { of: 'row', form: sent.form });
  return visit.redirect(tabLink(part.id, 'more'), 'part.model-removed');
}

/** Sets the company's own fields. */
export async function sendValues(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const fixed = { partId: part.id };
  const sent = await submit(visit, sentForm, setCustomValues, { fixed });
  if (!sent.ok) return page(visit, part, { of: 'fields', form: sent.form });
  return visit.redirect(tabLink(part.id, 'more'), 'part.fields-saved');
}
