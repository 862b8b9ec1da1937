/** Breaking kits: what came back of each component, in which state, and what was missing and why. */
import { conditions } from '../../../inventory/index.ts';
import type { ComponentView } from '../../../kits/contract.ts';
import { breakKit, getKit } from '../../../kits/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { PageLinks } from '../page-links.tsx';
import { LocationField } from '../stock/stock-fields.tsx';
import { KitFields } from './build-page.tsx';
import { kitLinks } from './links.ts';

const fieldOf = {
  'inventory.insufficient-stock': 'quantity',
  'inventory.serial-required': 'serialNumbers',
  'inventory.lot-required': 'lotNumber',
  'kits.another-site': 'toLocationId',
} as const;

interface RowProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly component: ComponentView;
  readonly at: number;
}

function Tracked({ visit, form, component, at }: RowProps) {
  const { say } = visit;
  if (component.tracking === 'serial') {
    return (
      <TextArea
        form={form}
        name={`returned.${at}.serialNumbers`}
        label={say('kits.returned-serials')}
        hint={say('kits.serials-hint')}
        rows={2}
      />
    );
  }
  if (component.tracking === 'none') return null;
  const name = `returned.${at}.lotNumber`;
  return <TextField form={form} name={name} label={say('kits.returned-lot')} isCode />;
}

function ComponentRow(props: RowProps) {
  const { visit, form, component, at } = props;
  const { say, locale } = visit;
  const states = conditions.map((value) => ({ value, label: say(`condition.${value}`) }));
  const { partNumber, partId, quantity, isOptional } = component;
  const hint = say(isOptional ? 'kits.returned-optional-hint' : 'kits.returned-hint');
  return (
    <fieldset class="box">
      <legend>
        <span class="code">{partNumber}</span>
        {` · ${nameIn(locale, component)} · ${say('kits.quantity')}: ${quantity}`}
      </legend>
      <input type="hidden" name={`returned.${at}.partId`} value={partId} />
      <input type="hidden" name={`missing.${at}.partId`} value={partId} />
      <TextField
        form={form}
        name={`returned.${at}.quantity`}
        label={say('kits.returned')}
        hint={hint}
        inputmode="numeric"
      />
      <SelectField
        form={form}
        name={`returned.${at}.condition`}
        label={say('kits.returned-condition')}
        options={states}
      />
      <Tracked {...props} />
      <TextField
        form={form}
        name={`missing.${at}.quantity`}
        label={say('kits.missing')}
        inputmode="numeric"
      />
      <TextField
        form={form}
        name={`missing.${at}.reason`}
        label={say('kits.missing-reason')}
        maxlength={400}
      />
    </fieldset>
  );
}

async function page(visit: Visit, refused?: FormState) {
  const { say, locale } = visit;
  const kit = await visit.ask(getKit, { partId: idStep(visit, 'partId') });
  const usual = kit.components.map((_, at) => [`returned.${at}.condition`, 'good'] as const);
  const form = refused ?? blankForm(visit, { quantity: 1, ...Object.fromEntries(usual) });
  const states = conditions.map((value) => ({ value, label: say(`condition.${value}`) }));
  return show(
    visit,
    {
      title: `${say('kits.break')} · ${kit.partNumber} · ${nameIn(locale, kit)}`,
      section: 'stock',
      status: form.problem?.status,
    },
    <>
      <PageLinks
        visit={visit}
        links={[{ href: kitLinks.kit(kit.partId), label: `${say('kits.kit')} ${kit.partNumber}` }]}
      />
      <p>{say('kits.break-lead')}</p>
      <FormBox
        visit={visit}
        form={form}
        action={kitLinks.breakUp(kit.partId)}
        label={say('kits.break-go')}
      >
        <LocationField visit={visit} form={form} name="locationId" label={say('kits.at')} />
        <TextField
          form={form}
          name="quantity"
          label={say('kits.count')}
          inputmode="numeric"
          required
        />
        <SelectField
          form={form}
          name="condition"
          label={say('kits.condition')}
          options={states}
          empty={say('kits.any-condition')}
        />
        <KitFields visit={visit} form={form} kit={kit} />
        <TextField
          form={form}
          name="toLocationId"
          label={say('kits.back-to')}
          hint={say('kits.back-hint')}
          isCode
        />
        {kit.components.map((component, at) => (
          <ComponentRow visit={visit} form={form} component={component} at={at} />
        ))}
        <TextField form={form} name="note" label={say('kits.note')} maxlength={400} />
      </FormBox>
    </>,
  );
}

/** Shows the form. */
export function showBreak(visit: Visit) {
  return page(visit);
}

/** Breaks. */
export async function sendBreak(visit: Visit, form: FormData) {
  const partId = idStep(visit, 'partId');
  const codes = { locationId: 'location', toLocationId: 'location' } as const;
  const sent = await submitCodes(visit, form, breakKit, { codes, fixed: { partId }, fieldOf });
  if (!sent.ok) return page(visit, sent.form);
  const { orderId, number } = sent.output;
  return visit.redirect(kitLinks.order(orderId), 'kits.broken', { number });
}
