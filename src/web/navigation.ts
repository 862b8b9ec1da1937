/** The sections of the desk, in the order of the menu, with the right that makes each visible. */
import type { PageKey } from '../i18n/pages.en.ts';
import type { Permission } from '../people/index.ts';

/** One section of the menu. */
export type Section =
  | 'home'
  | 'rmas'
  | 'receiving'
  | 'bench'
  | 'shipping'
  | 'stock'
  | 'parts'
  | 'customers'
  | 'units'
  | 'requests'
  | 'orders'
  | 'shipments'
  | 'receipts'
  | 'part-returns'
  | 'counts'
  | 'purchasing'
  | 'reports'
  | 'planning'
  | 'admin';

interface Entry {
  readonly section: Section;
  readonly href: string;
  readonly label: PageKey;
  /** Any of these rights shows it; an empty list shows it to everybody. */
  readonly needs: readonly Permission[];
}

export const navigation: readonly Entry[] = [
  { section: 'home', href: '/', label: 'nav.home', needs: [] },
  { section: 'rmas', href: '/rmas', label: 'nav.rmas', needs: ['rma.view'] },
  { section: 'receiving', href: '/receiving', label: 'nav.receiving', needs: ['rma.receive'] },
  { section: 'bench', href: '/bench', label: 'nav.bench', needs: ['repair.work'] },
  { section: 'shipping', href: '/shipping', label: 'nav.shipping', needs: ['rma.ship'] },
  { section: 'stock', href: '/stock', label: 'nav.stock', needs: ['stock.view'] },
  { section: 'parts', href: '/parts', label: 'nav.parts', needs: ['parts.view'] },
  { section: 'customers', href: '/customers', label: 'nav.customers', needs: ['parties.view'] },
  { section: 'units', href: '/units', label: 'nav.units', needs: ['rma.view'] },
  { section: 'requests', href: '/requests', label: 'nav.requests', needs: ['requests.view'] },
  { section: 'orders', href: '/orders', label: 'nav.orders', needs: ['orders.view'] },
  { section: 'shipments', href: '/shipments', label: 'nav.shipments', needs: ['shipments.view'] },
  { section: 'receipts', href: '/receipts', label: 'nav.receipts', needs: ['receipts.view'] },
  {
    section: 'part-returns',
    href: '/part-returns',
    label: 'nav.part-returns',
    needs: ['part-returns.view'],
  },
  { section: 'counts', href: '/counts', label: 'nav.counts', needs: ['counts.view'] },
  {
    section: 'purchasing',
    href: '/purchasing',
    label: 'nav.purchasing',
    needs: ['purchasing.view'],
  },
  { section: 'reports', href: '/reports', label: 'nav.reports', needs: ['reports.view'] },
  { section: 'planning', href: '/planning', label: 'nav.planning', needs: ['planning.view'] },
  {
    section: 'admin',
    href: '/admin',
    label: 'nav.admin',
    needs: [
      'people.manage',
      'sites.edit',
      'jobs.view',
      'activity.view',
      'ledger.verify',
      'repair.set-up',
    ],
  },
];
