/** Takes what was sent about a site: a change, its retirement, its opening again. */
import { editSite, reopenSite, retireSite } from '../../../inventory/index.ts';
import { submit } from '../../form.ts';
import { idStep, type Visit } from '../../visit.ts';
import { siteLinks } from './site-links.ts';
import { showSite } from './site-page.tsx';

/** Changes a site. */
export async function sendSiteEdit(visit: Visit, form: FormData) {
  const siteId = idStep(visit, 'id');
  const fieldOf = { 'inventory.site-code-taken': 'code' };
  const sent = await submit(visit, form, editSite, { fixed: { siteId }, fieldOf });
  if (!sent.ok) return showSite(visit, { which: 'edit', form: sent.form });
  const code = String(form.get('code') ?? '');
  return visit.redirect(siteLinks.site(siteId), 'sites.edited', { code });
}

async function send(visit: Visit, form: FormData, to: 'retire' | 'reopen') {
  const siteId = idStep(visit, 'id');
  const command = to === 'retire' ? retireSite : reopenSite;
  const sent = await submit(visit, form, command, { fixed: { siteId } });
  if (!sent.ok) return showSite(visit, { which: 'retire', form: sent.form });
  const said = to === 'retire' ? 'sites.was-retired' : 'sites.was-reopened';
  return visit.redirect(siteLinks.site(siteId), said);
}

/** Retires a site. */
export const sendSiteRetire = (visit: Visit, form: FormData) => send(visit, form, 'retire');

/** Opens a site again. */
export const sendSiteReopen = (visit: Visit, form: FormData) => send(visit, form, 'reopen');
