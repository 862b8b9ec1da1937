/** The addresses of requests for parts and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { showRequests } from './list-page.tsx';
import { showNewRequest, takeNewRequest } from './new-page.tsx';
import { showRequest, takeStep } from './request-page.tsx';

/** `/requests` and everything below. */
export function requestPages(pages: PageRoutes): void {
  pages.get('/requests', 'requests.view', showRequests);
  pages.get('/requests/new', 'requests.submit', (visit) => showNewRequest(visit));
  pages.post('/requests/new', 'requests.submit', takeNewRequest);
  pages.get('/requests/:requestId', 'requests.view', (visit) => showRequest(visit));
  pages.post('/requests/:requestId/:event', 'requests.view', takeStep);
}
