/** What is asked of a location: code, name, zone, place on the walk, and who keeps it. */
import type { z } from 'zod';
import type { getSiteDetail } from '../../../inventory/index.ts';
import { listNames } from '../../../people/index.ts';
import type { FormState } from '../../form.ts';
import { type Option, SelectField, TextField } from '../../ui/fields.tsx';
import type { Visit } from '../../visit.ts';

export type SiteDetail = z.output<typeof getSiteDetail.output>;

/** The zones of a site as choices, deeper ones further in. */
export function zoneOptions({ zones }: Pick<SiteDetail, 'zones'>): Option[] {
  return zones.map(({ id, code, name, depth }) => ({
    value: id,
    label: `${'\u2003'.repeat(depth)}${name === null ? code : `${code} · ${name}`}`,
  }));
}

/** People as choices. */
export async function peopleOptions(visit: Visit): Promise<Option[]> {
  const { people } = await visit.ask(listNames, {});
  return people.map(({ id, name }) => ({ value: id, label: name }));
}

/** The zone it lies in. */
export function ZoneField({
  visit,
  form,
  zones,
}: {
  visit: Visit;
  form: FormState;
  zones: readonly Option[];
}) {
  const { say } = visit;
  return (
    <SelectField
      form={form}
      name="parentId"
      label={say('sites.zone')}
      options={zones}
      empty={say('sites.zone-none')}
    />
  );
}

/** Who keeps it. */
export function KeeperField({
  visit,
  form,
  people,
}: {
  visit: Visit;
  form: FormState;
  people: readonly Option[];
}) {
  const { say } = visit;
  return (
    <SelectField
      form={form}
      name="custodianId"
      label={say('sites.keeper')}
      hint={say('sites.keeper-hint')}
      options={people}
      empty={say('sites.keeper-none')}
    />
  );
}

/** Code, name and place on the walk. */
export function LocationFields({
  visit,
  form,
  zones,
}: {
  visit: Visit;
  form: FormState;
  zones: readonly Option[];
}) {
  const { say } = visit;
  return (
    <>
      <TextField
        form={form}
        name="code"
        label={say('sites.location')}
        maxlength={40}
        required
        isCode
      />
      <TextField form={form} name="name" label={say('sites.name')} maxlength={120} />
      <ZoneField visit={visit} form={form} zones={zones} />
      <TextField
        form={form}
        name="pickSequence"
        label={say('sites.walk')}
        hint={say('sites.walk-hint')}
        inputmode="numeric"
      />
    </>
  );
}
