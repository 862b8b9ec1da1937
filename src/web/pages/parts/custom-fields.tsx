/** The company's own fields of parts, for whoever sets the system up: list, adding, changing. */
import { type CustomFieldView, customFieldKinds } from '../../../inventory/contract.ts';
import {
  changeCustomField,
  defineCustomField,
  listCustomFields,
} from '../../../inventory/index.ts';
import { platformErrors } from '../../../platform/platform-errors.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { CheckField, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { labelIn } from './field-words.ts';

const home = '/parts/fields';

function columnsOf(visit: Visit): Column<CustomFieldView>[] {
  const { say, locale } = visit;
  const choices = (field: CustomFieldView) =>
    field.choices.map((choice) => labelIn(locale, choice)).join(', ');
  return [
    {
      heading: say('part.field-code'),
      kind: 'code',
      cell: ({ code }) => <a href={`${home}/${code}`}>{code}</a>,
    },
    { heading: say('part.field-label-en'), cell: ({ labelEn }) => labelEn ?? '—' },
    { heading: say('part.field-label-zh'), cell: ({ labelZh }) => labelZh ?? '—' },
    { heading: say('part.field-kind'), cell: ({ kind }) => say(`part.field-kind.${kind}`) },
    { heading: say('part.field-choices'), cell: (field) => choices(field) || '—' },
    {
      heading: say('part.field-required'),
      cell: ({ isRequired }) => say(isRequired ? 'form.yes' : 'form.no'),
    },
    { heading: say('part.field-position'), kind: 'number', cell: ({ position }) => position },
    {
      heading: say('part.use'),
      cell: ({ isRetired }) =>
        isRetired ? (
          <Chip tone="bad">{say('part.field-retired')}</Chip>
        ) : (
          <Chip tone="good">{say('part.in-use')}</Chip>
        ),
    },
  ];
}

function Definition({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const kinds = customFieldKinds.map((value) => ({
    value,
    label: say(`part.field-kind.${value}`),
  }));
  return (
    <>
      <TextField form={form} name="labelEn" label={say('part.field-label-en')} maxlength={80} />
      <TextField form={form} name="labelZh" label={say('part.field-label-zh')} maxlength={80} />
      <SelectField form={form} name="kind" label={say('part.field-kind')} options={kinds} />
      <TextArea
        form={form}
        name="choices"
        label={say('part.field-choices')}
        hint={say('part.field-choices-hint')}
      />
      <CheckField form={form} name="isRequired" label={say('part.field-required')} />
      <TextField
        form={form}
        name="position"
        label={say('part.field-position')}
        inputmode="numeric"
      />
    </>
  );
}

/** Lines `code | English | Chinese` as the entries of the list. */
function choicesFrom(texts: Map<string, string[]>): void {
  const lines = (texts.get('choices') ?? []).flatMap((text) => text.split('\n'));
  const filled = lines.filter((line) => line.trim() !== '');
  for (const [at, line] of filled.entries()) {
    const [code = '', labelEn = '', labelZh = ''] = line.split(/[|｜]/).map((one) => one.trim());
    texts.set(`choices.${at}.code`, [code]);
    texts.set(`choices.${at}.labelEn`, [labelEn]);
    texts.set(`choices.${at}.labelZh`, [labelZh]);
  }
}

async function listPage(visit: Visit, form: FormState) {
  const { say } = visit;
  const fields = await visit.ask(listCustomFields, { withRetired: true });
  return show(
    visit,
    { title: say('part.fields-title'), section: 'parts', status: form.problem?.status },
    <>
      <p>{say('part.fields-lead')}</p>
      <Table
        visit={visit}
        caption={say('part.fields-title')}
        columns={columnsOf(visit)}
        rows={fields}
        empty={say('part.fields-none')}
      />
      <FormBox visit={visit} form={form} action={home} label={say('part.field-add')}>
        <h2>{say('part.field-add')}</h2>
        <TextField
          form={form}
          name="code"
          label={say('part.field-code')}
          hint={say('part.field-code-hint')}
          maxlength={40}
          required
          isCode
        />
        <Definition visit={visit} form={form} />
      </FormBox>
    </>,
  );
}

/** Shows the fields. */
export function showFields(visit: Visit) {
  return listPage(visit, blankForm(visit, { kind: 'text', position: 0 }));
}

/** Adds a field. */
export async function sendField(visit: Visit, sentForm: FormData) {
  const sent = await submit(visit, sentForm, defineCustomField, {
    prepare: choicesFrom,
    fieldOf: { 'inventory.custom-field-code-taken': 'code' },
  });
  if (!sent.ok) return listPage(visit, sent.form);
  return visit.redirect(home, 'part.field-added', { code: sent.output.code });
}

async function fieldOf(visit: Visit): Promise<CustomFieldView> {
  const fields = await visit.ask(listCustomFields, { withRetired: true });
  const field = fields.find(({ code }) => code === visit.step('code'));
  if (field === undefined) throw platformErrors.error('not-found');
  return field;
}

function fieldPage(visit: Visit, field: CustomFieldView, form: FormState) {
  const { say } = visit;
  const { code, version } = field;
  return show(
    visit,
    { title: say('part.field-title', { code }), section: 'parts', status: form.problem?.status },
    <>
      <FormBox
        visit={visit}
        form={form}
        action={`${home}/${code}`}
        version={version}
        label={say('part.save')}
      >
        <Definition visit={visit} form={form} />
        <CheckField form={form} name="isRetired" label={say('part.field-retired')} />
      </FormBox>
      <PageLinks visit={visit} links={[{ href: home, label: say('part.fields-title') }]} />
    </>,
  );
}

/** Shows one field to be changed. */
export async function showField(visit: Visit) {
  const field = await fieldOf(visit);
  const { choices, ...values } = field;
  const lines = choices.map((one) => [one.code, one.labelEn ?? '', one.labelZh ?? ''].join(' | '));
  return fieldPage(visit, field, blankForm(visit, { ...values, choices: lines }));
}

/** Changes it. */
export async function sendFieldChange(visit: Visit, sentForm: FormData) {
  const field = await fieldOf(visit);
  const { code } = field;
  const sent = await submit(visit, sentForm, changeCustomField, {
    fixed: { code },
    prepare: choicesFrom,
    fieldOf: { 'inventory.custom-field-in-use': 'choices' },
  });
  if (!sent.ok) return fieldPage(visit, field, sent.form);
  return visit.redirect(home, 'part.field-changed', { code });
}
