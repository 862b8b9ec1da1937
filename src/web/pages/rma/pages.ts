/** The pages about returns. */
import { links } from '../../links.ts';
import type { PageRoutes } from '../../page-routes.ts';
import { actionName } from '../../ui/actions.tsx';
import { showLine } from './line-page.tsx';
import { showLines } from './list-page.tsx';
import { showNew, takeNew } from './new-page.tsx';
import { showRegister, takeRegister } from './register-page.tsx';
import { sendLineEvent } from './take-action.ts';

/** `/rmas` and everything below. */
export function rmaPages(pages: PageRoutes): void {
  pages.get('/rmas', 'rma.view', showLines);
  pages.get('/rmas/new', 'rma.authorize', (visit) => showNew(visit));
  pages.post('/rmas/new', 'rma.authorize', takeNew);
  pages.get('/rmas/register-unit', 'rma.register-unit', (visit) => showRegister(visit));
  pages.post('/rmas/register-unit', 'rma.register-unit', takeRegister);
  pages.get('/rmas/:lineId', 'rma.view', (visit) => showLine(visit));
  pages.post('/rmas/:lineId/:event', 'rma.view', async (visit, form) => {
    const event = visit.step('event');
    const sent = await sendLineEvent(visit, form, event);
    if (!sent.ok) return showLine(visit, { event, form: sent.form });
    const action = actionName(visit, 'action.line', event);
    const { lineId, code } = sent.output;
    return visit.redirect(links.line(lineId), 'rma.moved', { code, action });
  });
}
