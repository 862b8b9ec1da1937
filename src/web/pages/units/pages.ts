/** The addresses of installed units and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendNewUnit, showNewUnit } from './new-unit.tsx';
import { showUnits } from './unit-list.tsx';

/** Adds the pages of the installed base. */
export function unitPages(pages: PageRoutes): void {
  pages.get('/units', 'rma.view', showUnits);
  pages.get('/units/new', 'rma.register-unit', showNewUnit);
  pages.post('/units/new', 'rma.register-unit', sendNewUnit);
}
