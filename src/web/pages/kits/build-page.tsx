/** Building kits: where they go, from where components are taken, which pieces go in. */
import { conditions } from '../../../inventory/index.ts';
import type { KitView } from '../../../kits/contract.ts';
import { buildKit, getKit } from '../../../kits/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { CheckList, SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { idStep, nameIn, type Visit } from '../../visit.ts';
import { findCode } from '../codes/find-code.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { PageLinks } from '../page-links.tsx';
import { LocationField } from '../stock/stock-fields.tsx';
import { kitLinks } from './links.ts';

const fieldOf = {
  'kits.missing-components': 'quantity',
  'kits.pieces-required': 'pieces',
  'kits.piece-not-wanted': 'pieces',
  'kits.lot-not-here': 'lots',
  'kits.another-site': 'fromLocationIds',
  'kits.nothing-left': 'without',
  'inventory.serial-required': 'serialNumbers',
  'inventory.lot-required': 'lotNumber',
} as const;

// No id looks like this, so the contract refuses the field together with all others that are wrong.
const noId = '?';

/** The fields of the kits themselves, as far as they are tracked. */
export function KitFields({ visit, form, kit }: { visit: Visit; form: FormState; kit: KitView }) {
  const { say } = visit;
  return (
    <>
      {kit.tracking === 'serial' ? (
        <TextArea
          form={form}
          name="serialNumbers"
          label={say('kits.serials')}
          hint={say('kits.serials-hint')}
        />
      ) : null}
      {kit.tracking === 'lot' ? (
        <TextField form={form} name="lotNumber" label={say('kits.lot')} isCode required />
      ) : null}
    </>
  );
}

function ComponentFields({ visit, form, kit }: { visit: Visit; form: FormState; kit: KitView }) {
  const { say, locale } = visit;
  const optional = kit.components.filter(({ isOptional }) => isOptional);
  return (
    <>
      <TextArea
        form={form}
        name="fromLocationIds"
        label={say('kits.from')}
        hint={say('kits.from-hint')}
        rows={2}
      />
      {kit.components.some((one) => one.tracking === 'serial' || one.allowsSubstitutes) ? (
        <TextArea
          form={form}
          name="pieces"
          label={say('kits.pieces')}
          hint={say('kits.pieces-hint')}
        />
      ) : null}
      {kit.components.some((one) => one.tracking === 'lot' || one.allowsSubstitutes) ? (
        <TextArea
          form={form}
          name="lots"
          label={say('kits.lots')}
          hint={say('kits.lots-hint')}
          rows={2}
        />
      ) : null}
      {optional.length === 0 ? null : (
        <CheckList
          form={form}
          name="without"
          label={say('kits.without')}
          options={optional.map((one) => {
            return { value: one.partId, label: `${one.partNumber} · ${nameIn(locale, one)}` };
          })}
        />
      )}
    </>
  );
}

async function page(visit: Visit, form: FormState) {
  const { say, locale } = visit;
  const kit = await visit.ask(getKit, { partId: idStep(visit, 'partId') });
  const states = conditions.map((value) => ({ value, label: say(`condition.${value}`) }));
  return show(
    visit,
    {
      title: `${say('kits.build')} · ${kit.partNumber} · ${nameIn(locale, kit)}`,
      section: 'stock',
      status: form.problem?.status,
    },
    <>
      <PageLinks
        visit={visit}
        links={[{ href: kitLinks.kit(kit.partId), label: `${say('kits.kit')} ${kit.partNumber}` }]}
      />
      <FormBox
        visit={visit}
        form={form}
        action={kitLinks.build(kit.partId)}
        label={say('kits.build-go')}
      >
        <LocationField visit={visit} form={form} name="locationId" label={say('kits.to')} />
        <TextField
          form={form}
          name="quantity"
          label={say('kits.count')}
          inputmode="numeric"
          required
        />
        <SelectField form={form} name="condition" label={say('kits.condition')} options={states} />
        <KitFields visit={visit} form={form} kit={kit} />
        <ComponentFields visit={visit} form={form} kit={kit} />
        <TextField form={form} name="note" label={say('kits.note')} maxlength={400} />
      </FormBox>
    </>,
  );
}

/** Shows the form. */
export function showBuild(visit: Visit) {
  return page(visit, blankForm(visit, { quantity: 1, condition: 'new' }));
}

async function placesOf(visit: Visit, form: FormData): Promise<string[]> {
  const typed = textsOf(form).get('fromLocationIds') ?? [];
  const codes = typed.flatMap((text) => text.split('\n')).map((code) => code.trim());
  const found: string[] = [];
  for (const code of codes.filter((one) => one !== '')) {
    const place = await findCode(visit, 'location', code);
    found.push(place.ok ? place.id : noId);
  }
  return found;
}

/** Builds. */
export async function sendBuild(visit: Visit, form: FormData) {
  const partId = idStep(visit, 'partId');
  const fromLocationIds = await placesOf(visit, form);
  const options = {
    codes: { locationId: 'location' },
    fixed: { partId, fromLocationIds },
    fieldOf,
  };
  const sent = await submitCodes(visit, form, buildKit, {
    ...options,
    codes: { locationId: 'location' },
  });
  if (!sent.ok) return page(visit, sent.form);
  const { orderId, number } = sent.output;
  return visit.redirect(kitLinks.order(orderId), 'kits.built', { number });
}
