/** The addresses of the transport network and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import {
  sendCalendarEdit,
  sendCalendarRetire,
  sendHolidays,
  sendHolidaysRemove,
  showCalendar,
} from './calendar-page.tsx';
import { sendCalendar, showCalendars } from './calendars-page.tsx';
import { sendLaneEdit, sendLaneRetire, showLane } from './lane-page.tsx';
import { sendLane, showLanes } from './lanes-page.tsx';
import { showNetwork } from './overview-page.tsx';
import { sendRoute, sendRouteRetire, showRoutes } from './routes-page.tsx';

/** Adds the pages of the transport network. */
export function networkPages(pages: PageRoutes): void {
  pages.get('/network', 'sites.view', showNetwork);
  pages.get('/network/lanes', 'sites.view', (visit) => showLanes(visit));
  pages.post('/network/lanes/new', 'network.edit', sendLane);
  pages.get('/network/lanes/:id', 'network.edit', (visit) => showLane(visit));
  pages.post('/network/lanes/:id/edit', 'network.edit', sendLaneEdit);
  pages.post('/network/lanes/:id/retire', 'network.edit', sendLaneRetire);
  pages.get('/network/calendars', 'sites.view', (visit) => showCalendars(visit));
  pages.post('/network/calendars/new', 'network.edit', sendCalendar);
  pages.get('/network/calendars/:id', 'sites.view', (visit) => showCalendar(visit));
  pages.post('/network/calendars/:id/edit', 'network.edit', sendCalendarEdit);
  pages.post('/network/calendars/:id/retire', 'network.edit', sendCalendarRetire);
  pages.post('/network/calendars/:id/holidays', 'network.edit', sendHolidays);
  pages.post('/network/calendars/:id/holidays-remove', 'network.edit', sendHolidaysRemove);
  pages.get('/network/return-routes', 'sites.view', (visit) => showRoutes(visit));
  pages.post('/network/return-routes/new', 'network.edit', sendRoute);
  pages.post('/network/return-routes/:id/retire', 'network.edit', sendRouteRetire);
}
