/** The codes that mean a part and the units it is handled in; adding and removing them. */

import type { z } from 'zod';
import type { PageKey } from '../../../i18n/pages.en.ts';
import type { PartView } from '../../../inventory/contract.ts';
import {
  addBarcode,
  removeBarcode,
  removePartUnit,
  setPartUnit,
} from '../../../inventory/index.ts';
import type { Command } from '../../../platform/command.ts';
import { blankForm, type FormState } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { partOf, showTab, tabLink } from './part-frame.tsx';
import { unitWord } from './part-words.ts';
import { RowButton } from './row-button.tsx';

interface Props {
  readonly visit: Visit;
  readonly part: PartView;
}

function Barcodes({ visit, part, form }: Props & { form: FormState }) {
  const { say } = visit;
  const base = `${tabLink(part.id, 'codes')}/barcodes`;
  const mayEdit = visit.can('parts.edit');
  const columns: Column<string>[] = [
    { heading: say('part.barcode'), kind: 'code', cell: (code) => code },
  ];
  const removal: Column<string> = {
    heading: say('part.change'),
    cell: (code) => (
      <RowButton
        visit={visit}
        action={`${base}/remove`}
        fields={{ code }}
        label={say('part.remove')}
        about={code}
      />
    ),
  };
  return (
    <section class="panel">
      <h2>{say('part.barcodes')}</h2>
      <p>{say('part.barcodes-lead')}</p>
      <Table
        visit={visit}
        caption={say('part.barcodes')}
        columns={mayEdit ? [...columns, removal] : columns}
        rows={part.barcodes}
        empty={say('part.barcodes-none')}
      />
      {mayEdit ? (
        <FormBox visit={visit} form={form} action={base} label={say('part.barcode-add')}>
          <TextField
            form={form}
            name="code"
            label={say('part.barcode')}
            hint={say('part.barcode-hint')}
            maxlength={64}
            required
            isCode
            hasFocus
          />
        </FormBox>
      ) : null}
    </section>
  );
}

type Unit = PartView['units'][number];

function unitColumns({ visit, part }: Props): Column<Unit>[] {
  const { say } = visit;
  const base = unitWord(visit, part.unitOfMeasure);
  const columns: Column<Unit>[] = [
    { heading: say('part.unit-name'), cell: ({ unit }) => unitWord(visit, unit) },
    {
      heading: say('part.unit-is'),
      kind: 'number',
      cell: (unit) =>
        say(unit.denominator === 1 ? 'part.unit-text' : 'part.unit-fraction', { ...unit, base }),
    },
  ];
  if (!visit.can('parts.edit')) return columns;
  const removal: Column<Unit> = {
    heading: say('part.change'),
    cell: ({ unit }) => (
      <RowButton
        visit={visit}
        action={`${tabLink(part.id, 'codes')}/units/remove`}
        fields={{ unit }}
        label={say('part.remove')}
        about={unit}
      />
    ),
  };
  return [...columns, removal];
}

function Units({ visit, part, form }: Props & { form: FormState }) {
  const { say } = visit;
  const action = `${tabLink(part.id, 'codes')}/units`;
  return (
    <section class="panel">
      <h2>{say('part.units')}</h2>
      <p>{say('part.units-lead', { unit: unitWord(visit, part.unitOfMeasure) })}</p>
      <Table
        visit={visit}
        caption={say('part.units')}
        columns={unitColumns({ visit, part })}
        rows={part.units}
        empty={say('part.units-none')}
      />
      {visit.can('parts.edit') ? (
        <FormBox visit={visit} form={form} action={action} label={say('part.save')}>
          <h3>{say('part.unit-set')}</h3>
          <TextField
            form={form}
            name="unit"
            label={say('part.unit-name')}
            maxlength={20}
            required
          />
          <TextField
            form={form}
            name="numerator"
            label={say('part.unit-numerator')}
            inputmode="numeric"
            required
          />
          <TextField
            form={form}
            name="denominator"
            label={say('part.unit-denominator')}
            hint={say('part.unit-denominator-hint')}
            inputmode="numeric"
          />
        </FormBox>
      ) : null}
    </section>
  );
}

interface Refused {
  readonly of: 'barcode' | 'unit' | 'row';
  readonly form: FormState;
}

function page(visit: Visit, part: PartView, refused?: Refused) {
  const formOf = (which: 'barcode' | 'unit') =>
    refused?.of === which ? refused.form : blankForm(visit, { denominator: 1 });
  const content = (
    <div class="columns">
      <Barcodes visit={visit} part={part} form={formOf('barcode')} />
      <Units visit={visit} part={part} form={formOf('unit')} />
    </div>
  );
  return showTab(visit, 'codes', {
    part,
    content,
    refused: refused?.of === 'row' ? refused.form : undefined,
    status: refused?.form.problem?.status,
  });
}

/** Shows codes and units. */
export async function showCodes(visit: Visit) {
  return page(visit, await partOf(visit));
}

/** How one of the forms is sent: its command, whose form it is, the field and the message that name it. */
interface Sending<I extends z.ZodType, O extends z.ZodType> {
  readonly command: Command<I, O>;
  readonly of: Refused['of'];
  readonly name: 'code' | 'unit';
  readonly message: PageKey;
  readonly fieldOf?: Readonly<Record<string, string>>;
}

function sending<I extends z.ZodType, O extends z.ZodType>(how: Sending<I, O>) {
  return async (visit: Visit, sentForm: FormData) => {
    const part = await partOf(visit);
    const fixed = { partId: part.id };
    const fieldOf = how.fieldOf ?? {};
    const sent = await submitCodes(visit, sentForm, how.command, { fixed, fieldOf });
    if (!sent.ok) return page(visit, part, { of: how.of, form: sent.form });
    const said = textsOf(sentForm).get(how.name)?.at(-1) ?? '';
    return visit.redirect(tabLink(part.id, 'codes'), how.message, { [how.name]: said });
  };
}

export const sendBarcode = sending({
  command: addBarcode,
  of: 'barcode',
  name: 'code',
  message: 'part.barcode-added',
  fieldOf: { 'inventory.barcode-taken': 'code' },
});
export const sendBarcodeRemoval = sending({
  command: removeBarcode,
  of: 'row',
  name: 'code',
  message: 'part.barcode-removed',
});
export const sendUnit = sending({
  command: setPartUnit,
  of: 'unit',
  name: 'unit',
  message: 'part.unit-saved',
  fieldOf: { 'inventory.base-unit-is-fixed': 'unit' },
});
export const sendUnitRemoval = sending({
  command: removePartUnit,
  of: 'row',
  name: 'unit',
  message: 'part.unit-removed',
});
