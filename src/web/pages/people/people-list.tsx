/** Everybody who may sign in, with his roles, and the form that adds a person. */
import { createPerson, listPeople, type PersonView } from '../../../people/index.ts';
import { locales } from '../../../platform/actor.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { type Option, SelectField, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Chip, type Column, Table } from '../../ui/table.tsx';
import type { Visit } from '../../visit.ts';
import { siteOptions } from '../own-sites.ts';
import { showLink } from './link-page.tsx';
import { RoleFields, rolesIn } from './role-fields.tsx';

/** Whether a person can sign in, as a word. */
export function accessState(person: PersonView): 'active' | 'waiting' | 'disabled' {
  if (person.disabledAt !== null) return 'disabled';
  return person.hasPassword ? 'active' : 'waiting';
}

const tones = { active: 'good', waiting: 'wait', disabled: 'bad' } as const;

function rolesText(visit: Visit, { roles }: PersonView, sites: readonly Option[]): string {
  const { say } = visit;
  const nameOf = (siteId: string) => sites.find(({ value }) => value === siteId)?.label ?? siteId;
  return roles
    .map(({ role, siteId }) =>
      say('people.role-at', {
        role: say(`people.role.${role}`),
        site: siteId === null ? say('people.everywhere') : nameOf(siteId),
      }),
    )
    .join(', ');
}

function columnsOf(visit: Visit, sites: readonly Option[]): Column<PersonView>[] {
  const { say } = visit;
  return [
    {
      heading: say('people.login'),
      kind: 'code',
      cell: (person) => <a href={`/people/${person.id}`}>{person.login}</a>,
    },
    { heading: say('people.name'), cell: (person) => person.displayName },
    { heading: say('people.roles'), cell: (person) => rolesText(visit, person, sites) },
    { heading: say('people.locale'), cell: (person) => say(`locale.${person.locale}`) },
    {
      heading: say('people.state'),
      cell: (person) => (
        <Chip tone={tones[accessState(person)]}>{say(`people.state.${accessState(person)}`)}</Chip>
      ),
    },
  ];
}

function NewPerson({
  visit,
  form,
  sites,
}: {
  visit: Visit;
  form: FormState;
  sites: readonly Option[];
}) {
  const { say } = visit;
  const languages = locales.map((value) => ({ value, label: say(`locale.${value}`) }));
  return (
    <FormBox visit={visit} form={form} action="/people/new" label={say('people.create')}>
      <TextField
        form={form}
        name="login"
        label={say('people.login')}
        autocomplete="off"
        required
        isCode
      />
      <TextField
        form={form}
        name="displayName"
        label={say('people.name')}
        autocomplete="off"
        required
      />
      <SelectField form={form} name="locale" label={say('people.locale')} options={languages} />
      <RoleFields visit={visit} form={form} sites={sites} />
    </FormBox>
  );
}

/** Shows everybody. */
export async function showPeople(visit: Visit, refused?: FormState) {
  const { say } = visit;
  const [{ people }, sites] = await Promise.all([
    visit.ask(listPeople, {}),
    siteOptions(visit, 'people.manage'),
  ]);
  const form = refused ?? blankForm(visit, { locale: visit.locale });
  return show(
    visit,
    { title: say('people.title'), section: 'admin', status: refused?.problem?.status },
    <>
      <Table
        visit={visit}
        caption={say('people.title')}
        columns={columnsOf(visit, sites)}
        rows={people}
        empty={say('people.none')}
      />
      <details open={refused !== undefined}>
        <summary class="button">{say('people.new')}</summary>
        <NewPerson visit={visit} form={form} sites={sites} />
      </details>
    </>,
  );
}

/** Adds a person; the answer is his link, shown once. */
export async function sendPerson(visit: Visit, sentForm: FormData) {
  const texts = textsOf(sentForm);
  // The rows were read here; the contract judges them.
  const roles = rolesIn(texts) as [];
  const fieldOf = {
    'people.login-taken': 'login',
    'people.site-unknown': 'roles',
    'people.administrator-is-everywhere': 'roles',
  };
  const sent = await submit(visit, sentForm, createPerson, { fixed: { roles }, fieldOf });
  if (!sent.ok) return showPeople(visit, sent.form);
  return showLink(visit, texts.get('login')?.at(-1) ?? '', sent.output.link);
}
