/** An amount in the minor unit of its currency, as the API sends it. */
export interface Money {
  amount: number;
  currency: string;
}

/** An amount as people write it where the browser is from. */
export function moneyText({ amount, currency }: Money, locale?: string): string {
  // As text, because a division could round a large amount.
  return formatOf(currency, locale).format(`${amount}E-${digitsOf(currency)}` as Intl.StringNumericLiteral);
}

/** The amount for a form field, with a point: 1999 in EUR is 19.99. */
export function majorText({ amount, currency }: Money): string {
  const digits = digitsOf(currency);
  const text = String(amount).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** What was typed in a currency as its minor unit; undefined where it is no amount. */
export function parseMajor(text: string, currency: string): number | undefined {
  const match = /^(\d{1,10})(?:[.,](\d+))?$/.exec(text.trim());
  const digits = digitsOf(currency);
  const [, whole, fraction = ''] = match ?? [];
  if (whole === undefined || fraction.length > digits) return undefined;
  return Number(whole + fraction.padEnd(digits, '0'));
}

const digitsOf = (currency: string) => formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, locale?: string): Intl.NumberFormat {
  const key = `${locale ?? ''} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, format);
  return format;
}

/** The sum of amounts of one currency; undefined where there is none or one is not known. */
export function sumOf(amounts: (Money | undefined)[]): Money | undefined {
  const [first] = amounts;
  if (first === undefined || amounts.includes(undefined)) return undefined;
  return { amount: amounts.reduce((sum, money) => sum + (money?.amount ?? 0), 0), currency: first.currency };
}
