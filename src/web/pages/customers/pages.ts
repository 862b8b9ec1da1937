/** The addresses of customers and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { showCustomers } from './customer-list.tsx';
import { sendNewCustomer, showNewCustomer } from './new-customer.tsx';

/** Adds the customer pages. */
export function customerPages(pages: PageRoutes): void {
  pages.get('/customers', 'parties.view', showCustomers);
  pages.get('/customers/new', 'parties.edit', showNewCustomer);
  pages.post('/customers/new', 'parties.edit', sendNewCustomer);
}
