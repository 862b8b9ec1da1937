/** The addresses of owed returns and the right each needs. */
import type { PageRoutes } from '../../page-routes.ts';
import { showOwed } from './owed-list.tsx';
import { sendReceiveOwed, showReceiveOwed } from './receive-owed.tsx';
import { sendClose, sendCredit, sendWriteOff, showSettle } from './settle-owed.tsx';

/** Adds the list, the taking back, and the other ends of an obligation. */
export function owedPages(pages: PageRoutes): void {
  pages.get('/defective-returns', 'returns.view', showOwed);
  pages.get('/defective-returns/:returnId/receive', 'returns.receive', showReceiveOwed);
  pages.post('/defective-returns/:returnId/receive', 'returns.receive', sendReceiveOwed);
  const one = '/defective-returns/:returnId';
  pages.get(`${one}/write-off`, 'part-returns.write-off', showSettle('write-off'));
  pages.post(`${one}/write-off`, 'part-returns.write-off', sendWriteOff);
  pages.get(`${one}/close`, 'part-returns.inspect', showSettle('close'));
  pages.post(`${one}/close`, 'part-returns.inspect', sendClose);
  pages.get(`${one}/credit`, 'part-returns.inspect', showSettle('credit'));
  pages.post(`${one}/credit`, 'part-returns.inspect', sendCredit);
}
