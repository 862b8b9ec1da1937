/**
 * Asks that own stock be scrapped. From this moment nobody else can take it; another person decides,
 * and a photo or paper may show why.
 */
import { postingErrors } from '../../../inventory/index.ts';
import { defineCommand } from '../../../platform/command.ts';
import { askErrors, changeAnswer, fileChange, keepProof } from '../ask.ts';
import { changeInput, changeMoved, proofInput } from '../contract.ts';

export const requestScrap = defineCommand({
  name: 'scrap.request',
  permission: 'stock.scrap',
  summary: 'Asks that own stock be scrapped; it is held until somebody has decided.',
  input: changeInput.extend(proofInput),
  output: changeMoved,
  errors: [...postingErrors, ...askErrors, 'counts.proof-too-large', 'counts.proof-unreadable'],
  bulky: ['contentBase64'],
  run: async (work, { fileName, contentBase64, ...wish }) => {
    const row = await fileChange(work, { ...wish, kind: 'scrap', direction: 'down' });
    await keepProof(work, row.id, { fileName, contentBase64 });
    return changeAnswer(row);
  },
});
