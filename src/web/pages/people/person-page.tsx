/** One person: his roles, and the steps that end or give back his access. */
import {
  disablePerson,
  enablePerson,
  listPeople,
  type PersonView,
  peopleErrors,
  resetPassword,
  setRoles,
} from '../../../people/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { Facts } from '../../ui/table.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { siteOptions } from '../own-sites.ts';
import { PageLinks } from '../page-links.tsx';
import { showLink } from './link-page.tsx';
import { accessState } from './people-list.tsx';
import { RoleFields, rolesIn, roleValues } from './role-fields.tsx';

/** A form that was refused, to show what was typed. */
interface Refused {
  readonly which: 'roles' | 'access';
  readonly form: FormState;
}

async function personOf(visit: Visit): Promise<PersonView> {
  const personId = idStep(visit, 'personId');
  const { people } = await visit.ask(listPeople, {});
  const person = people.find(({ id }) => id === personId);
  if (person === undefined) throw peopleErrors.error('person-not-found');
  return person;
}

function Access({
  visit,
  person,
  refused,
}: {
  visit: Visit;
  person: PersonView;
  refused?: Refused;
}) {
  const { say } = visit;
  const form = refused?.which === 'access' ? refused.form : blankForm(visit);
  const to = (step: string) => `/people/${person.id}/${step}`;
  const switched = person.disabledAt === null ? 'disable' : 'enable';
  return (
    <section aria-labelledby="access">
      <h2 id="access">{say('people.access')}</h2>
      <FormBox visit={visit} form={form} action={to(switched)}>
        <button type="submit" class={switched === 'disable' ? 'danger' : 'plain'}>
          {say(`people.${switched}`)}
        </button>
      </FormBox>
      {person.disabledAt === null ? (
        <FormBox visit={visit} form={blankForm(visit)} action={to('reset')}>
          <p>{say('people.reset-lead')}</p>
          <button type="submit" class="danger">
            {say('people.reset')}
          </button>
        </FormBox>
      ) : null}
    </section>
  );
}

/** Shows the person. */
export async function showPerson(visit: Visit, refused?: Refused) {
  const { say } = visit;
  const [person, sites] = await Promise.all([personOf(visit), siteOptions(visit, 'people.manage')]);
  const filled = blankForm(visit, roleValues(person.roles));
  const form = refused?.which === 'roles' ? refused.form : filled;
  const action = `/people/${person.id}/roles`;
  return show(
    visit,
    { title: person.displayName, section: 'admin', status: refused?.form.problem?.status },
    <>
      <PageLinks visit={visit} links={[{ href: '/people', label: say('people.back') }]} />
      <Facts
        facts={[
          [say('people.login'), person.login],
          [say('people.locale'), say(`locale.${person.locale}`)],
          [say('people.state'), say(`people.state.${accessState(person)}`)],
        ]}
      />
      <FormBox visit={visit} form={form} action={action} label={say('people.set-roles')}>
        <RoleFields visit={visit} form={form} sites={sites} />
      </FormBox>
      <Access visit={visit} person={person} {...(refused === undefined ? {} : { refused })} />
    </>,
  );
}

/** Puts the chosen roles in place of the old ones. */
export async function sendRoles(visit: Visit, sentForm: FormData) {
  const { id: personId, login } = await personOf(visit);
  // The rows were read here; the contract judges them.
  const roles = rolesIn(textsOf(sentForm)) as [];
  const sent = await submit(visit, sentForm, setRoles, {
    fixed: { personId, roles },
    fieldOf: { 'people.site-unknown': 'roles', 'people.administrator-is-everywhere': 'roles' },
  });
  if (!sent.ok) return showPerson(visit, { which: 'roles', form: sent.form });
  return visit.redirect(`/people/${personId}`, 'people.roles-set', { login });
}

/** Takes the person's access away. */
export async function sendDisable(visit: Visit, sentForm: FormData) {
  const { id: personId, login } = await personOf(visit);
  const sent = await submit(visit, sentForm, disablePerson, { fixed: { personId } });
  if (!sent.ok) return showPerson(visit, { which: 'access', form: sent.form });
  return visit.redirect(`/people/${personId}`, 'people.disabled', { login });
}

/** Gives it back. */
export async function sendEnable(visit: Visit, sentForm: FormData) {
  const { id: personId, login } = await personOf(visit);
  const sent = await submit(visit, sentForm, enablePerson, { fixed: { personId } });
  if (!sent.ok) return showPerson(visit, { which: 'access', form: sent.form });
  return visit.redirect(`/people/${personId}`, 'people.enabled', { login });
}

/** Ends the password; the answer is a new link. */
export async function sendReset(visit: Visit, sentForm: FormData) {
  const { id: personId, login } = await personOf(visit);
  const sent = await submit(visit, sentForm, resetPassword, { fixed: { personId } });
  if (!sent.ok) return showPerson(visit, { which: 'access', form: sent.form });
  return showLink(visit, login, sent.output.link);
}
