/** The addresses of people; all of them need the right to manage people. */
import type { PageRoutes } from '../../page-routes.ts';
import { sendPerson, showPeople } from './people-list.tsx';
import { sendDisable, sendEnable, sendReset, sendRoles, showPerson } from './person-page.tsx';

/** Adds the pages of people. */
export function peoplePages(pages: PageRoutes): void {
  const right = 'people.manage';
  pages.get('/people', right, (visit) => showPeople(visit));
  pages.post('/people/new', right, sendPerson);
  pages.get('/people/:personId', right, (visit) => showPerson(visit));
  pages.post('/people/:personId/roles', right, sendRoles);
  pages.post('/people/:personId/disable', right, sendDisable);
  pages.post('/people/:personId/enable', right, sendEnable);
  pages.post('/people/:personId/reset', right, sendReset);
}
