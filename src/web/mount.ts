/**
 * The HTML desk as a whole: its files, its pages, and how it shows a refusal. Knows which areas exist
 * and nothing of what they show. An area is a folder `pages/<area>/` with a function
 * `(pages: PageRoutes) => void`, called here, and its words in `i18n/pages-<area>.{en,zh-cn}.ts`.
 */
import type { Hono } from 'hono';
import type { ProblemPage } from '../http/answer-failure.ts';
import type { DeskEnv } from '../http/context.ts';
import { mountAssets } from './assets.ts';
import { type PageRoutes, pageRoutes } from './page-routes.ts';
import { accountPages } from './pages/account/pages.tsx';
import { adminPages } from './pages/admin/pages.tsx';
import { approvalPages } from './pages/approvals/pages.tsx';
import { benchPages } from './pages/bench/pages.ts';
import { costsPages } from './pages/costs/pages.ts';
import { countsPages } from './pages/counts/pages.ts';
import { customerPages } from './pages/customers/pages.ts';
import { owedPages } from './pages/defective-returns/pages.ts';
import { documentPages } from './pages/documents/pages.ts';
import { faultPages } from './pages/fault-codes/pages.ts';
import { homePages } from './pages/home/pages.tsx';
import { importPages } from './pages/imports/pages.ts';
import { jobPages } from './pages/jobs/pages.tsx';
import { kitsPages } from './pages/kits/pages.ts';
import { auditPages } from './pages/ledger-audit/pages.tsx';
import { movementPages } from './pages/movements/pages.ts';
import { networkPages } from './pages/network/pages.ts';
import { ordersPages } from './pages/orders/pages.ts';
import { partReturnsPages } from './pages/part-returns/pages.ts';
import { partPages } from './pages/parts/pages.ts';
import { peoplePages } from './pages/people/pages.ts';
import { planningPages } from './pages/planning/pages.ts';
import { purchasingPages } from './pages/purchasing/pages.ts';
import { receiptsPages } from './pages/receipts/pages.ts';
import { receivingPages } from './pages/receiving/pages.tsx';
import { reportsPages } from './pages/reports/pages.ts';
import { requestPages } from './pages/requests/pages.ts';
import { rmaPages } from './pages/rma/pages.ts';
import { scanPages } from './pages/scan/pages.tsx';
import { setPasswordPages } from './pages/set-password/pages.tsx';
import { setUpPages } from './pages/set-up/pages.tsx';
import { shipmentsPages } from './pages/shipments/pages.ts';
import { shippingPages } from './pages/shipping/pages.tsx';
import { signInPages } from './pages/sign-in/pages.tsx';
import { sitePages } from './pages/sites/pages.ts';
import { stockPages } from './pages/stock/pages.ts';
import { unitPages } from './pages/units/pages.ts';
import { problemPage } from './problem-page.tsx';
import type { WebPorts } from './visit.ts';

const areas: readonly ((pages: PageRoutes) => void)[] = [
  accountPages,
  benchPages,
  documentPages,
  adminPages,
  customerPages,
  owedPages,
  faultPages,
  jobPages,
  auditPages,
  movementPages,
  importPages,
  partPages,
  peoplePages,
  planningPages,
  sitePages,
  stockPages,
  unitPages,
  homePages,
  receivingPages,
  rmaPages,
  scanPages,
  setPasswordPages,
  setUpPages,
  shippingPages,
  signInPages,
  networkPages,
  kitsPages,
  requestPages,
  approvalPages,
  ordersPages,
  shipmentsPages,
  receiptsPages,
  purchasingPages,
  partReturnsPages,
  costsPages,
  countsPages,
  reportsPages,
];

/** Adds every page to the application. */
function mountWeb(app: Hono<DeskEnv>, ports: WebPorts): void {
  mountAssets(app, ports.assets);
  const pages = pageRoutes(app, ports);
  for (const add of areas) add(pages);
}

/** The desk as `buildApp` takes it. */
export function webDesk(ports: WebPorts): {
  mount(app: Hono<DeskEnv>): void;
  readonly problemPage: ProblemPage;
} {
  return { mount: (app) => mountWeb(app, ports), problemPage: problemPage(ports) };
}
