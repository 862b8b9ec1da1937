/** The sites, and the form that opens another one. */
import type { z } from 'zod';
import { createSite, listSites } from '../../../inventory/index.ts';
import { blankForm, type FormState, submit } from '../../form.ts';
import { show } from '../../layout.tsx';
import { FormBox } from '../../ui/form-box.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { nameIn, type Visit } from '../../visit.ts';
import { PageLinks } from '../page-links.tsx';
import { SiteFields } from './site-fields.tsx';
import { siteLinks } from './site-links.ts';

type Site = z.output<typeof listSites.output>[number];

function columnsOf({ say, locale }: Visit): Column<Site>[] {
  return [
    {
      heading: say('sites.code'),
      kind: 'code',
      cell: ({ id, code }) => <a href={siteLinks.site(id)}>{code}</a>,
    },
    { heading: say('sites.name'), cell: (site) => nameIn(locale, site) },
    { heading: say('sites.address'), cell: ({ address }) => address ?? '—' },
    { heading: say('sites.phone'), cell: ({ phone }) => phone ?? '—' },
    { heading: say('sites.count'), kind: 'number', cell: ({ locations }) => locations.length },
  ];
}

/** Shows the sites; the form only to whoever may add some. */
export async function showSites(visit: Visit, refused?: FormState) {
  const { say } = visit;
  const sites = await visit.ask(listSites, {});
  return show(
    visit,
    { title: say('sites.title'), section: 'admin', status: refused?.problem?.status },
    <>
      <PageLinks
        visit={visit}
        links={[
          { href: '/network', label: say('network.title'), needs: 'sites.view' },
          { href: '/conditions', label: say('conditions.title'), needs: 'sites.view' },
        ]}
      />
      <Table
        visit={visit}
        caption={say('sites.title')}
        columns={columnsOf(visit)}
        rows={sites}
        empty={say('sites.none')}
      />
      {visit.can('sites.edit') ? (
        <details open={refused !== undefined || sites.length === 0}>
          <summary class="button">{say('sites.new')}</summary>
          <FormBox
            visit={visit}
            form={refused ?? blankForm(visit)}
            action="/sites/new"
            label={say('sites.create')}
          >
            <SiteFields visit={visit} form={refused ?? blankForm(visit)} />
          </FormBox>
        </details>
      ) : null}
    </>,
  );
}

/** Opens a site and goes to it. */
export async function sendSite(visit: Visit, sentForm: FormData) {
  const fieldOf = { 'inventory.site-code-taken': 'code' };
  const sent = await submit(visit, sentForm, createSite, { fieldOf });
  if (!sent.ok) return showSites(visit, sent.form);
  const code = String(sentForm.get('code') ?? '');
  return visit.redirect(siteLinks.site(sent.output.siteId), 'sites.created', { code });
}
