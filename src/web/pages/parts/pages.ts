/** The addresses of the part master and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendNewPart, showNewPart } from './new-part.tsx';
import { showParts } from './part-list.tsx';
import { showPart } from './part-page.tsx';

/** Adds the part pages; to be added after every page below `/parts/` with a name of its own. */
export function partPages(pages: PageRoutes): void {
  pages.get('/parts', 'parts.view', showParts);
  pages.get('/parts/new', 'parts.edit', showNewPart);
  pages.post('/parts/new', 'parts.edit', sendNewPart);
  pages.get('/parts/:partId', 'parts.view', showPart);
}
