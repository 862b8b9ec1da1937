/** The addresses of fault codes and test steps and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendFaultCode, sendTestStep, showFaults } from './fault-page.tsx';

/** Adds the page and its forms. */
export function faultPages(pages: PageRoutes): void {
  pages.get('/fault-codes', 'repair.view', (visit) => showFaults(visit));
  pages.post('/fault-codes/new', 'repair.set-up', sendFaultCode);
  pages.post('/fault-codes/new-step', 'repair.set-up', sendTestStep);
}
