/**
 * Writes amounts in a currency's own form, from its minor unit: €19.99, ¥1,999, KWD 1.999. Exact for all safe integers,
 * because no fraction is ever calculated.
 */
export function moneyFormat(currency: string): (amount: number) => string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions();
  return (amount) => {
    const text = String(amount).padStart(digits + 1, '0');
    const split = text.length - digits;
    return format.format(`${text.slice(0, split)}.${text.slice(split)}` as `${number}`);
  };
}
