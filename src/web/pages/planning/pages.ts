/** The addresses of planning and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendLevel, showLevels } from './levels-page.tsx';
import { showSuggestions } from './suggestion-list.tsx';

/** Adds suggestions and levels. */
export function planningPages(pages: PageRoutes): void {
  pages.get('/planning', 'planning.view', showSuggestions);
  pages.get('/planning/levels', 'planning.view', (visit) => showLevels(visit));
  pages.post('/planning/levels', 'planning.set-levels', sendLevel);
}
