/** Asking for an adjustment or for scrapping: forms and sending. */

import type { ReasonView } from '../../../counts/contract.ts';
import { listChangeReasons, requestAdjustment, requestScrap } from '../../../counts/index.ts';
import { blankForm, type FormState } from '../../form.ts';
import { show } from '../../layout.tsx';
import { SelectField, TextArea } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import type { Visit } from '../../visit.ts';
import { submitCodes } from '../codes/submit-codes.ts';
import { bindKeyToFile, fileField, fileOf } from '../imports/uploaded-file.ts';
import { LocationField, PartField, QuantityFields, stockFieldOf } from '../stock/stock-fields.tsx';
import { countLinks } from './links.ts';

type Kind = 'adjustment' | 'scrap';

const fieldOf = {
  ...stockFieldOf,
  'counts.unknown-reason': 'reasonCode',
  'counts.reason-does-not-fit': 'reasonCode',
  'counts.proof-too-large': 'contentBase64',
  'counts.proof-unreadable': 'contentBase64',
} as const;

function Why({
  visit,
  form,
  reasons,
}: {
  visit: Visit;
  form: FormState;
  reasons: readonly ReasonView[];
}) {
  const { say, locale } = visit;
  const options = reasons.map(({ code, nameEn, nameZh }) => {
    return { value: code, label: locale === 'en' ? nameEn : nameZh };
  });
  return (
    <>
      <SelectField
        form={form}
        name="reasonCode"
        label={say('changes.reason')}
        options={options}
        empty={say('form.choose')}
        required
      />
      <TextArea form={form} name="note" label={say('changes.note')} rows={2} />
    </>
  );
}

function ProofField({ visit, form }: { visit: Visit; form: FormState }) {
  const { say } = visit;
  const issue = form.issues.get('contentBase64');
  return (
    <div class={issue === undefined ? 'field' : 'field wrong'}>
      <label for="proof">{say('changes.proof')}</label>
      <p class="hint" id="proof-hint">
        {say('changes.proof-hint')}
      </p>
      <input
        id="proof"
        type="file"
        name={fileField}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-describedby="proof-hint"
      />
      {issue === undefined ? null : <p class="issue">{`${say('changes.proof')}: ${issue}`}</p>}
    </div>
  );
}

async function page(visit: Visit, kind: Kind, form: FormState) {
  const { say } = visit;
  const all = await visit.ask(listChangeReasons, {});
  const reasons = all.filter((reason) => reason.isActive && reason.kind === kind);
  const isScrap = kind === 'scrap';
  const directions = (['down', 'up'] as const).map((value) => ({
    value,
    label: say(`changes.direction.${value}`),
  }));
  return show(
    visit,
    {
      title: say(isScrap ? 'changes.new-scrap' : 'changes.new-adjustment'),
      section: 'counts',
      status: form.problem?.status,
    },
    <>
      <p>{say(isScrap ? 'changes.new-scrap-lead' : 'changes.new-adjustment-lead')}</p>
      <FormBox
        visit={visit}
        form={form}
        action={isScrap ? countLinks.newScrap : countLinks.newAdjustment}
        label={say('changes.ask')}
        isFile={isScrap}
      >
        <PartField visit={visit} form={form} />
        <LocationField
          visit={visit}
          form={form}
          name="locationId"
          label={say('changes.location')}
        />
        {isScrap ? null : (
          <SelectField
            form={form}
            name="direction"
            label={say('changes.direction')}
            options={directions}
            empty={say('form.choose')}
            required
          />
        )}
        <QuantityFields visit={visit} form={form} />
        <Why visit={visit} form={form} reasons={reasons} />
        {isScrap ? <ProofField visit={visit} form={form} /> : null}
      </FormBox>
    </>,
  );
}

/** Shows the form; `part`, `location` and `condition` of the address fill it in. */
export function showNewChange(visit: Visit, kind: Kind) {
  const filled = {
    partId: visit.param('part'),
    locationId: visit.param('location'),
    condition: visit.param('condition'),
  };
  return page(visit, kind, blankForm(visit, filled));
}

const codes = { partId: 'part', locationId: 'location' } as const;

/** Files the wish for an adjustment. */
export async function sendAdjustment(visit: Visit, form: FormData) {
  const sent = await submitCodes(visit, form, requestAdjustment, { codes, fieldOf });
  if (!sent.ok) return page(visit, 'adjustment', sent.form);
  const { changeId, number } = sent.output;
  return visit.redirect(countLinks.change(changeId), 'changes.asked', { number });
}

/** Files the wish for scrapping with its proof. */
export async function sendScrap(visit: Visit, form: FormData) {
  const contentBase64 = await fileOf(form);
  const chosen = form.get(fileField);
  const fileName = chosen instanceof File && chosen.size > 0 ? chosen.name.slice(0, 200) : null;
  if (contentBase64 !== null) bindKeyToFile(form, contentBase64);
  const fixed = { contentBase64, fileName };
  const sent = await submitCodes(visit, form, requestScrap, { codes, fixed, fieldOf });
  if (!sent.ok) return page(visit, 'scrap', sent.form);
  const { changeId, number } = sent.output;
  return visit.redirect(countLinks.change(changeId), 'changes.asked', { number });
}
