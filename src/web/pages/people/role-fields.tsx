/** Roles as rows of a form: which role, and at which site or everywhere. An empty row counts as none. */
import { type HeldRole, roles } from '../../../people/index.ts';
import { type FormState, issueOf } from '../../form.ts';
import { type Option, SelectField } from '../../ui/fields.tsx';
import type { Visit } from '../../visit.ts';

const rowsAtLeast = 4;
const spareRows = 2;

/** Roles as the values of a form. */
export function roleValues(held: readonly HeldRole[]): Record<string, string> {
  const entries = held.flatMap(({ role, siteId }, row) => [
    [`roles.${row}.role`, role],
    [`roles.${row}.siteId`, siteId ?? ''],
  ]);
  return Object.fromEntries(entries);
}

/**
 * The texts of a form with its roles as the command wants them: rows without a role are left out, and
 * at least an empty list is sent.
 */
export function rolesIn(texts: ReadonlyMap<string, readonly string[]>): unknown[] {
  const rows = new Set(
    [...texts.keys()].flatMap((name) => /^roles\.(\d{1,3})\./.exec(name)?.[1] ?? []),
  );
  return [...rows].flatMap((row) => {
    const role = texts.get(`roles.${row}.role`)?.at(-1) ?? '';
    const siteId = texts.get(`roles.${row}.siteId`)?.at(-1) ?? '';
    return role === '' ? [] : [{ role, siteId: siteId === '' ? null : siteId }];
  });
}

function rowCount(form: FormState): number {
  const used = [...form.values.keys()].filter((name) => /^roles\.\d{1,3}\.role$/.test(name)).length;
  return Math.max(rowsAtLeast, used + spareRows);
}

/** The rows; there are always some to spare. */
export function RoleFields({
  visit,
  form,
  sites,
}: {
  visit: Visit;
  form: FormState;
  sites: readonly Option[];
}) {
  const { say } = visit;
  const issue = issueOf(form, 'roles');
  const options = roles.map((value) => ({ value, label: say(`people.role.${value}`) }));
  const rows = Array.from({ length: rowCount(form) }, (_, row) => row);
  return (
    <fieldset class={issue === undefined ? 'field' : 'field wrong'}>
      <legend>{say('people.roles')}</legend>
      <p class="hint">{say('people.roles-hint')}</p>
      {issue === undefined ? null : <p class="issue">{`${say('people.roles')}: ${issue}`}</p>}
      {rows.map((row) => (
        <div class="pair">
          <SelectField
            form={form}
            name={`roles.${row}.role`}
            label={say('people.role', { number: row + 1 })}
            options={options}
            empty={say('people.no-role')}
          />
          <SelectField
            form={form}
            name={`roles.${row}.siteId`}
            label={say('people.role-site', { number: row + 1 })}
            options={sites}
            empty={say('people.everywhere')}
          />
        </div>
      ))}
    </fieldset>
  );
}
