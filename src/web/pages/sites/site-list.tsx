/** Sites with their locations, and the forms that add one of either. */
import type { z } from 'zod';
import type { LocationView } from '../../../inventory/contract.ts';
import { siteLocationKinds } from '../../../inventory/contract.ts';
import { createLocation, createSite, listSites } from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { textsOf } from '../../form-fields.ts';
import { show } from '../../layout.tsx';
import { links } from '../../links.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Facts, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { documentLinks } from '../documents/pages.ts';
import { wordOf } from '../word-of.ts';

type Site = z.output<typeof listSites.output>[number];

function columnsOf(visit: Visit): Column<LocationView>[] {
  const { say } = visit;
  const stock: Column<LocationView> = {
    heading: say('sites.stock'),
    cell: ({ id }) => <a href={links.location(id)}>{say('sites.stock')}</a>,
  };
  const label: Column<LocationView> = {
    heading: say('sites.label'),
    cell: ({ id }) => <a href={documentLinks.locationLabel(id, 'pdf')}>{say('sites.label')}</a>,
  };
  return [
    { heading: say('sites.location'), kind: 'code', cell: ({ code }) => code },
    { heading: say('sites.kind'), cell: ({ kind }) => wordOf(visit, 'sites.kind', kind) },
    ...(visit.can('stock.view') ? [stock] : []),
    ...(visit.can('labels.print') ? [label] : []),
  ];
}

function SiteSection({ visit, site }: { visit: Visit; site: Site }) {
  const { say, locale } = visit;
  return (
    <section aria-labelledby={`site-${site.id}`}>
      <h2 id={`site-${site.id}`}>{`${site.code} · ${nameIn(locale, site)}`}</h2>
      <Facts
        facts={[
          [say('sites.address'), site.address],
          [say('sites.phone'), site.phone],
        ]}
      />
      <Table
        visit={visit}
        caption={say('sites.locations', { code: site.code })}
        columns={columnsOf(visit)}
        rows={site.locations}
        empty={say('sites.location-none')}
      />
    </section>
  );
}

interface FormProps {
  readonly visit: Visit;
  readonly form: FormState;
}

function SiteForm({ visit, form }: FormProps) {
  const { say } = visit;
  const hint = say('sites.name-hint');
  return (
    <FormBox visit={visit} form={form} action="/sites/new" label={say('sites.create')}>
      <TextField form={form} name="code" label={say('sites.code')} maxlength={20} required isCode />
      <TextField form={form} name="nameEn" label={say('sites.name-en')} hint={hint} />
      <TextField form={form} name="nameZh" label={say('sites.name-zh')} hint={hint} />
      <TextArea form={form} name="address" label={say('sites.address')} />
      <TextField form={form} name="phone" label={say('sites.phone')} type="tel" />
    </FormBox>
  );
}

function LocationForm({ visit, form, sites }: FormProps & { sites: readonly Site[] }) {
  const { say } = visit;
  const kinds = siteLocationKinds.map((value) => ({ value, label: say(`sites.kind.${value}`) }));
  const options = sites.map(({ id, code }) => ({ value: id, label: code }));
  return (
    <FormBox
      visit={visit}
      form={form}
      action="/sites/new-location"
      label={say('sites.create-location')}
    >
      <SelectField
        form={form}
        name="siteId"
        label={say('sites.title')}
        options={options}
        required
      />
      <TextField
        form={form}
        name="code"
        label={say('sites.location')}
        maxlength={40}
        required
        isCode
      />
      <SelectField form={form} name="kind" label={say('sites.kind')} options={kinds} required />
    </FormBox>
  );
}

/** A form that was refused, to show what was typed. */
type Refused = { readonly which: 'site' | 'location'; readonly form: FormState };

/** Shows the sites; the forms only to whoever may add some. */
export async function showSites(visit: Visit, refused?: Refused) {
  const { say } = visit;
  const sites = await visit.ask(listSites, {});
  const formOf = (which: Refused['which'], filled: FormState) =>
    refused?.which === which ? refused.form : filled;
  return show(
    visit,
    { title: say('sites.title'), section: 'admin', status: refused?.form.problem?.status },
    <>
      {sites.length === 0 ? <p class="empty">{say('sites.none')}</p> : null}
      {sites.map((site) => (
        <SiteSection visit={visit} site={site} />
      ))}
      {visit.can('sites.edit') ? (
        <>
          <details open={refused?.which === 'location'}>
            <summary class="button">{say('sites.new-location')}</summary>
            <LocationForm
              visit={visit}
              form={formOf('location', blankForm(visit, { kind: 'storage' }))}
              sites={sites}
            />
          </details>
          <details open={refused?.which === 'site' || sites.length === 0}>
            <summary class="button">{say('sites.new')}</summary>
            <SiteForm visit={visit} form={formOf('site', blankForm(visit))} />
          </details>
        </>
      ) : null}
    </>,
  );
}

/** Adds a site. */
export async function sendSite(visit: Visit, sentForm: FormData) {
  const fieldOf = { 'inventory.site-code-taken': 'code' };
  const sent = await submit(visit, sentForm, createSite, { fieldOf });
  if (!sent.ok) return showSites(visit, { which: 'site', form: sent.form });
  const code = textsOf(sentForm).get('code')?.at(-1) ?? '';
  return visit.redirect('/sites', 'sites.created', { code });
}

/** Adds a location. */
export async function sendLocation(visit: Visit, sentForm: FormData) {
  const fieldOf = { 'inventory.location-code-taken': 'code', 'inventory.unknown-site': 'siteId' };
  const sent = await submit(visit, sentForm, createLocation, { fieldOf });
  if (!sent.ok) return showSites(visit, { which: 'location', form: sent.form });
  const code = textsOf(sentForm).get('code')?.at(-1) ?? '';
  return visit.redirect('/sites', 'sites.location-created', { code });
}
