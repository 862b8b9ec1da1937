/** Sends what was ticked in the demand, and what was taken back, and says what became of it. */
import { makePurchaseOrders, withdrawPurchaseDemand } from '../../../purchasing/index.ts';
import { submit } from '../../form.ts';
import { idStep, type Visit } from '../../visit.ts';
import { showHub } from './hub-page.tsx';
import { purchaseLinks } from './links.ts';

/** The ticked rows become draft orders; what nobody sells is named. */
export async function takePicks(visit: Visit, form: FormData) {
  const sent = await submit(visit, form, makePurchaseOrders, {
    prepare: (texts) => {
      for (const [at, pick] of (texts.get('pick') ?? []).entries()) {
        const [partId = '', siteId = ''] = pick.split(' ');
        texts.set(`picks.${at}.partId`, [partId]);
        texts.set(`picks.${at}.siteId`, [siteId]);
      }
    },
  });
  if (!sent.ok) return showHub(visit, sent.form);
  const { orders, withoutSupplier } = sent.output;
  const numbers = orders.map(({ number }) => number).join(', ');
  const parts = withoutSupplier.map(({ partNumber }) => partNumber).join(', ');
  if (orders.length === 0) {
    return visit.redirect(purchaseLinks.hub, 'purchasing.nobody-sells', { parts });
  }
  const said = parts === '' ? 'purchasing.made' : 'purchasing.made-but';
  const [only, another] = orders;
  const isOne = only !== undefined && another === undefined;
  const to = isOne ? purchaseLinks.order(only.purchaseOrderId) : purchaseLinks.queue('draft');
  return visit.redirect(to, said, { numbers, parts });
}

/** What was asked for by hand is not wanted any more. */
export async function takeWithdraw(visit: Visit, form: FormData) {
  const fixed = { demandId: idStep(visit, 'demandId') };
  const sent = await submit(visit, form, withdrawPurchaseDemand, { fixed });
  if (!sent.ok) return showHub(visit, sent.form);
  return visit.redirect(purchaseLinks.hub, 'purchasing.withdrawn', {
    pieces: sent.output.withdrawn,
  });
}
