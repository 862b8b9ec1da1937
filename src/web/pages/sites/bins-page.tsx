/** Adds many bins from a pattern: first what it would make, then the button that makes it. */
import type { z } from 'zod';
import { generateBins, getSiteDetail, previewBins } from '../../../inventory/index.ts';
import { DomainError } from '../../../platform/errors.ts';
import { blankForm, type FormState, refusedForm, submit } from '../../form.ts';
import { readFields, textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { CheckField, SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Facts } from '../../ui/table.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { idParam } from '../stock/filters.ts';
import { ZoneField, zoneOptions } from './location-fields.tsx';
import { siteLinks } from './site-links.ts';

type Preview = z.output<typeof previewBins.output>;

const kinds = ['storage', 'bench', 'quarantine'] as const;
const carried = ['pattern', 'parentId', 'kind', 'isSnake', 'startsAtEnd', 'skipExisting'];
const fieldOf = {
  'inventory.bin-pattern-unreadable': 'pattern',
  'inventory.too-many-bins': 'pattern',
  'inventory.bins-exist': 'pattern',
  'inventory.not-a-zone': 'parentId',
};

function PatternFields({
  visit,
  form,
  site,
}: {
  visit: Visit;
  form: FormState;
  site: z.output<typeof getSiteDetail.output>;
}) {
  const { say } = visit;
  const options = kinds.map((value) => ({ value, label: say(`sites.kind.${value}`) }));
  return (
    <>
      <TextField
        form={form}
        name="pattern"
        label={say('sites.bins-pattern')}
        hint={say('sites.bins-pattern-hint')}
        maxlength={80}
        required
        isCode
        hasFocus
      />
      <ZoneField visit={visit} form={form} zones={zoneOptions(site)} />
      <SelectField form={form} name="kind" label={say('sites.kind')} options={options} required />
      <CheckField
        form={form}
        name="isSnake"
        label={say('sites.bins-snake')}
        hint={say('sites.bins-snake-hint')}
      />
      <CheckField form={form} name="startsAtEnd" label={say('sites.bins-end')} />
      <CheckField form={form} name="skipExisting" label={say('sites.bins-skip')} />
    </>
  );
}

function Result({ visit, form, preview }: { visit: Visit; form: FormState; preview: Preview }) {
  const { say } = visit;
  const { count, skipped, firstCode, lastCode, walk } = preview;
  const rest = count > walk.length ? ' → …' : '';
  if (count === 0) return <p class="notice">{say('sites.bins-none')}</p>;
  return (
    <section class="panel" aria-live="polite">
      <Facts
        facts={[
          [say('sites.bins-count'), String(count)],
          [say('sites.bins-skipped'), String(skipped)],
          [say('sites.bins-first'), <code>{firstCode}</code>],
          [say('sites.bins-last'), <code>{lastCode}</code>],
        ]}
      />
      <p>{say('sites.bins-walk')}</p>
      <p class="code">{`${walk.join(' → ')}${rest}`}</p>
      <FormBox
        visit={visit}
        form={blankForm(visit)}
        action={siteLinks.bins(idStep(visit, 'id'))}
        label={say('sites.bins-go', { count })}
      >
        {carried.map((name) => (
          <input type="hidden" name={name} value={form.values.get(name)?.at(-1) ?? ''} />
        ))}
      </FormBox>
    </section>
  );
}

/** Shows the form, and below it what the pattern makes. */
export async function showBins(visit: Visit, sent?: FormState, preview?: Preview) {
  const { say } = visit;
  const siteId = idStep(visit, 'id');
  const site = await visit.ask(getSiteDetail, { siteId });
  const parentId = idParam(visit, 'parentId');
  const form = sent ?? blankForm(visit, { kind: 'storage', isSnake: true, parentId });
  return show(
    visit,
    {
      title: say('sites.bins-title', { code: site.code }),
      section: 'admin',
      status: sent?.problem?.status,
    },
    <>
      <FormBox
        visit={visit}
        form={form}
        action={`/sites/${siteId}/bins/preview`}
        label={say('sites.bins-preview')}
      >
        <PatternFields visit={visit} form={form} site={site} />
      </FormBox>
      {preview === undefined ? null : <Result visit={visit} form={form} preview={preview} />}
    </>,
  );
}

/** Looks at what a pattern makes; nothing is added. */
export async function sendPreview(visit: Visit, sentForm: FormData) {
  const texts = textsOf(sentForm);
  const input = { ...readFields(previewBins.input, texts), siteId: idStep(visit, 'id') };
  try {
    // The query parses it by its own schema; a form knows no types before that.
    const preview = await visit.ask(previewBins, input as z.input<typeof previewBins.input>);
    return showBins(visit, { ...blankForm(visit), values: texts }, preview);
  } catch (failure) {
    if (!(failure instanceof DomainError)) throw failure;
    return showBins(visit, refusedForm(visit, failure, { texts, fieldOf }).form);
  }
}

/** Adds the bins. */
export async function sendBins(visit: Visit, sentForm: FormData) {
  const siteId = idStep(visit, 'id');
  const sent = await submit(visit, sentForm, generateBins, { fixed: { siteId }, fieldOf });
  if (!sent.ok) return showBins(visit, sent.form);
  const count = sent.output.added;
  return visit.redirect(siteLinks.site(siteId), 'sites.bins-added', { count });
}
