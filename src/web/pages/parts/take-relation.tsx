/** Adding, changing and removing relations between parts. */

import { wordsOf } from '../../../http/problem.ts';
import {
  addPartRelation,
  changePartRelation,
  getPart,
  getPartRelation,
  removePartRelation,
} from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { findCode } from '../codes/find-code.ts';
import { PageLinks } from '../page-links.tsx';
import { partOf, tabLink } from './part-frame.tsx';
import { RelationFields } from './relation-fields.tsx';
import { substitutesPage } from './substitutes.tsx';

// No id looks like this, so the contract refuses the field together with all others that are wrong.
const noId = '?';

const fieldOf = {
  'inventory.relation-to-itself': 'toPartId',
  'inventory.relation-circle': 'toPartId',
  'inventory.second-successor': 'toPartId',
  'inventory.related-already': 'toPartId',
} as const;

/** Adds a relation; which of the two parts is the older one is said by the role. */
export async function sendRelation(visit: Visit, sentForm: FormData) {
  const part = await partOf(visit);
  const texts = textsOf(sentForm);
  const role = texts.get('role')?.at(-1);
  const typed = texts.get('toPartId')?.at(-1)?.trim() ?? '';
  const found = await findCode(visit, 'part', typed);
  const other = found.ok ? found.id : noId;
  const [partId, toPartId] = role === 'predecessor' ? [other, part.id] : [part.id, other];
  const kind = role === 'alternate' ? 'alternate' : 'supersedes';
  const fixed = { partId, toPartId, kind } as const;
  const sent = await submit(visit, sentForm, addPartRelation, { fixed, fieldOf });
  if (sent.ok) {
    const otherPart = await visit.ask(getPart, { partId: other });
    const numbers = { from: part.partNumber, to: otherPart.partNumber };
    return visit.redirect(tabLink(part.id, 'substitutes'), 'part.related', numbers);
  }
  const issues = new Map(sent.form.issues);
  issues.delete('partId');
  if (!found.ok) issues.set('toPartId', wordsOf(found.refusal, visit.locale).title);
  return substitutesPage(visit, part, { ...sent.form, issues });
}

type Shown = Awaited<ReturnType<typeof relationIn>>;
const relationIn = (visit: Visit) =>
  visit.ask(getPartRelation, { relationId: idStep(visit, 'relationId') });

function page(visit: Visit, relation: Shown, form: FormState) {
  const { say } = visit;
  const kinds = (['supersedes', 'alternate'] as const).map((value) => ({
    value,
    label: say(`part.kind.${value}`),
  }));
  const title = `${relation.fromPartNumber} → ${relation.toPartNumber}`;
  return show(
    visit,
    {
      title: `${say('part.relation-change')} · ${title}`,
      section: 'parts',
      status: form.problem?.status,
    },
    <>
      <FormBox
        visit={visit}
        form={form}
        action={`/part-relations/${relation.id}`}
        label={say('part.save')}
      >
        <SelectField form={form} name="kind" label={say('part.relation')} options={kinds} />
        <RelationFields visit={visit} form={form} />
      </FormBox>
      <PageLinks
        visit={visit}
        links={[
          { href: tabLink(relation.fromPartId, 'substitutes'), label: relation.fromPartNumber },
        ]}
      />
    </>,
  );
}

/** Shows a relation to be changed. */
export async function showRelation(visit: Visit) {
  const relation = await relationIn(visit);
  return page(visit, relation, blankForm(visit, relation));
}

/** Changes it. */
export async function sendRelationChange(visit: Visit, sentForm: FormData) {
  const relation = await relationIn(visit);
  const fixed = { relationId: relation.id };
  const sent = await submit(visit, sentForm, changePartRelation, { fixed });
  if (!sent.ok) return page(visit, relation, sent.form);
  return visit.redirect(tabLink(relation.fromPartId, 'substitutes'), 'part.relation-changed');
}

/** Removes it. */
export async function sendRelationRemoval(visit: Visit, sentForm: FormData) {
  const relation = await relationIn(visit);
  const fixed = { relationId: relation.id };
  const sent = await submit(visit, sentForm, removePartRelation, { fixed });
  if (!sent.ok) return page(visit, relation, sent.form);
  return visit.redirect(tabLink(relation.fromPartId, 'substitutes'), 'part.relation-removed');
}
