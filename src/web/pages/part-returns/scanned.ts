/** From a scan to the stock it means: a piece by its number, or a part in the reader's keeping. */
import { findByScan } from '../../../inventory/index.ts';
import { listOwnKeptPiles } from '../../../part-returns/index.ts';
import type { Visit } from '../../visit.ts';

/** The pile in the reader's keeping that a scanned part or piece means. */
export async function scanned(visit: Visit, texts: ReadonlyMap<string, readonly string[]>) {
  const code = texts.get('code')?.at(-1)?.trim() ?? '';
  const found = code === '' ? [] : await visit.ask(findByScan, { code: code.slice(0, 200) });
  const quantity = Number(texts.get('quantity')?.at(-1) || '1');
  const { piles } = await visit.ask(listOwnKeptPiles, { limit: 200 });
  const byPiece = piles.find(({ serialNumbers }) => serialNumbers.includes(code));
  const part = found.find(({ kind }) => kind === 'part');
  const byPart = piles.find((pile) => pile.partId === part?.id && pile.spare > 0);
  const pile = byPiece ?? byPart;
  if (pile === undefined) return [];
  const { locationId, partId, condition, lotNumber } = pile;
  const serialNumbers = byPiece === undefined ? [] : [code];
  return [{ locationId, partId, condition, lotNumber, quantity, serialNumbers }];
}
