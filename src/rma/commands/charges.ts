/** Money that stands between a unit and its way back: agreed, settled, waived. */
import { z } from 'zod';
import { defineCommand } from '../../platform/command.ts';
import { currency, moneyMinor, text } from '../../platform/scalars.ts';
import { whereIs } from '../answer.ts';
import { lineErrors } from '../command-errors.ts';
import { lineInput, moved } from '../contract.ts';
import { sendToLine } from '../send.ts';
import { type LineChanges, lockLine } from '../store.ts';

export const agreeCharge = defineCommand({
  name: 'rma.agree-charge',
  permission: 'rma.charge',
  summary: 'Records the price the customer agreed to pay; it is due until settled or waived.',
  input: z.strictObject({
    ...lineInput,
    amountMinor: moneyMinor,
    currency: currency.default('CNY'),
    reference: text(100),
  }),
  output: moved,
  errors: lineErrors,
  run: async (work, { lineId, version, amountMinor, currency: chargeCurrency, reference }) => {
    const row = await lockLine(work, lineId, version);
    const chargeMinor = (row.chargeMinor ?? 0) + amountMinor;
    const changes: LineChanges = { chargeMinor, chargeCurrency, chargeReference: reference };
    await sendToLine(work, row, { type: 'agree-charge', amountMinor }, { changes });
    return whereIs(work, lineId);
  },
});

const ending = z.strictObject({ ...lineInput, reference: text(200) });

export const settleCharge = defineCommand({
  name: 'rma.settle-charge',
  permission: 'rma.charge',
  summary: 'Records that the customer has paid, with the payment’s reference.',
  input: ending,
  output: moved,
  errors: lineErrors,
  run: async (work, { lineId, version, reference }) => {
    const row = await lockLine(work, lineId, version);
    const changes = { chargeReference: reference };
    await sendToLine(work, row, { type: 'settle-charge' }, { changes });
    return whereIs(work, lineId);
  },
});

export const waiveCharge = defineCommand({
  name: 'rma.waive-charge',
  permission: 'rma.charge',
  summary: 'Waives what is due, with the reason.',
  input: ending,
  output: moved,
  errors: lineErrors,
  run: async (work, { lineId, version, reference }) => {
    const row = await lockLine(work, lineId, version);
    const changes = { chargeMinor: 0, chargeReference: reference };
    await sendToLine(work, row, { type: 'waive-charge' }, { changes });
    return whereIs(work, lineId);
  },
});
