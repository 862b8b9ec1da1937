/** Amounts of money as people read them. Minor units are hundredths in every currency offered here. */

/** @example amountText(1250) // 12.50; nothing when there is no amount */
export function amountText(minor: number | null): string {
  if (minor === null) return '';
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** @example moneyText(1250, 'CNY') // 12.50 CNY; a dash when there is no amount */
export function moneyText(minor: number | null, currency: string): string {
  return minor === null ? '—' : `${amountText(minor)} ${currency}`;
}
