/** What it means when a barcode cannot be added: it belongs to a part, which is named. */
import type { Work } from '../../platform/work.ts';
import { inventoryErrors } from '../errors.ts';
import { ownersOfCodes } from './store.ts';

/** Says which code is taken, and by which part; a code given twice belongs to the part itself. */
export function refuseTakenCodes(work: Work, partNumber: string, codes: readonly string[]): void {
  work.refuseAs('part_barcode_pkey', async (read) => {
    const [owner] = await ownersOfCodes(read, codes);
    const twice = codes.find((code, at) => codes.indexOf(code) !== at) ?? codes[0] ?? '';
    return inventoryErrors.error('barcode-taken', owner ?? { code: twice, partNumber });
  });
}
