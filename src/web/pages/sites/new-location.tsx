/** Adds one location to a site: a zone, a bin, a bench, a van. */
import { locationKinds } from '../../../inventory/contract.ts';
import { createLocation, getSiteDetail } from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { idStep, type Visit } from '../../visit.ts';
import { KeeperField, LocationFields, peopleOptions, zoneOptions } from './location-fields.tsx';
import { siteLinks } from './site-links.ts';

/** Shows the form. */
export async function showNewLocation(visit: Visit, refused?: FormState) {
  const { say } = visit;
  const siteId = idStep(visit, 'id');
  const [site, people] = await Promise.all([
    visit.ask(getSiteDetail, { siteId }),
    peopleOptions(visit),
  ]);
  const parentId = visit.param('parentId');
  const form = refused ?? blankForm(visit, { kind: 'storage', parentId });
  const kinds = locationKinds.map((value) => ({ value, label: say(`sites.kind.${value}`) }));
  return show(
    visit,
    {
      title: `${site.code} · ${say('sites.new-location')}`,
      section: 'admin',
      status: refused?.problem?.status,
    },
    <FormBox
      visit={visit}
      form={form}
      action={siteLinks.newLocation(siteId)}
      label={say('sites.create-location')}
    >
      <SelectField form={form} name="kind" label={say('sites.kind')} options={kinds} required />
      <LocationFields visit={visit} form={form} zones={zoneOptions(site)} />
      <KeeperField visit={visit} form={form} people={people} />
    </FormBox>,
  );
}

/** Adds the location. */
export async function sendNewLocation(visit: Visit, form: FormData) {
  const siteId = idStep(visit, 'id');
  const fieldOf = {
    'inventory.location-code-taken': 'code',
    'inventory.not-a-zone': 'parentId',
    'inventory.custodian-required': 'custodianId',
  };
  const sent = await submit(visit, form, createLocation, { fixed: { siteId }, fieldOf });
  if (!sent.ok) return showNewLocation(visit, sent.form);
  const code = String(form.get('code') ?? '');
  return visit.redirect(siteLinks.site(siteId), 'sites.location-created', { code });
}
