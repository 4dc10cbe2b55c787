import { wholeNumber } from '@orders/proto/items';
import { z } from 'zod';

// What \p{Cc} means, spelled out for readers of the document.
export const control = String.raw`\u0000-\u001f\u007f-\u009f`;

const controlButLineBreak = control.replace(String.raw`\u0000-\u001f`, String.raw`\u0000-\u0009\u000b-\u001f`);

/** Text for people: counted in characters, without control characters and broken surrogates, with letters composed. */
export const text = (min: number, max: number) =>
  checked(z.string().normalize('NFC'), { min, max, pattern: `^[^${control}]*$` });

/** A password, as it was typed: hashes of earlier versions are of that. Its length is that of its composed form. */
export const password = (min: number, max: number) => checked(z.string(), { min, max, pattern: `^[^${control}]*$` });

/** Text of several lines, which \n separates. */
export const multilineText = (max: number) =>
  checked(z.string().normalize('NFC'), { min: 0, max, pattern: `^[^${controlButLineBreak}]*$`, hasLines: true });

/** The same without leading and trailing white space. */
export const trimmedText = (min: number, max: number) =>
  checked(z.string().trim().normalize('NFC'), {
    min,
    max,
    pattern: String.raw`^[^${control}]*[^\s\ufeff${control}][^${control}]*$`,
  });

/** An e-mail address to sign in with; imported accounts may have odd ones. */
export const address = (min: number, max: number) => {
  const pattern = String.raw`^[^\s@${control}]+@[^\s@${control}]+$`;
  return checked(z.string().regex(new RegExp(pattern), 'must be an e-mail address'), { min, max, pattern });
};

interface Shape {
  min: number;
  max: number;
  /** For the document. */
  pattern: string;
  hasLines?: boolean;
}

const checked = (schema: z.ZodString, { min, max, pattern, hasLines = false }: Shape) =>
  schema
    .refine((value) => value.isWellFormed(), 'must be well-formed Unicode')
    .refine(
      (value) => !/\p{Cc}/u.test(hasLines ? value.replaceAll('\n', '') : value),
      `must not contain control characters${hasLines ? ' but line breaks' : ''}`,
    )
    .refine((value) => hasLength(value, min, max), `must have ${min} to ${max.toLocaleString('en-US')} characters`)
    .meta({ override: { minLength: min, maxLength: max, pattern } });

function hasLength(value: string, min: number, max: number): boolean {
  // However the letters are composed, they are the same ones.
  const { length } = Array.from(value.normalize('NFC'));
  return length >= min && length <= max;
}

export const userId = z.string().regex(/^[0-9a-fA-F]{24}$/, 'must be 24 hex digits');

/** In the minor unit of a currency. */
export const moneyAmount = wholeNumber(0, Number.MAX_SAFE_INTEGER).meta({
  description: 'In the minor unit of the currency, such as cents.',
  examples: [3_998],
});

export const money = z
  .object({ amount: moneyAmount, currency: z.string().meta({ description: 'ISO 4217.', examples: ['EUR'] }) })
  .meta({ id: 'Money' });

/** The two parameters of every list that has pages. */
export const pageQueryOf = (defaultSize: number) => ({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 100')
    .transform(Number)
    .pipe(wholeNumber(1, 100))
    .optional()
    .meta({ override: { type: 'integer', minimum: 1, maximum: 100, default: defaultSize } }),
  cursor: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'must be the nextCursor of the previous page')
    .optional()
    .meta({ description: '`nextCursor` of the previous page.' }),
});

/** The size of a page whose request names no limit. */
export const defaultPageSize = 20;

export const pageQuery = pageQueryOf(defaultPageSize);

export const nextCursor = z.string().nullable().meta({ description: 'For the next page; null on the last one.' });

/** The body of a success; the document shows the example, without which no answer can be declared. */
export const answer = <Shape extends z.ZodRawShape>(id: string, shape: Shape, example: z.input<z.ZodObject<Shape>>) =>
  z.object({ success: z.literal(true), ...shape }).meta({ id, examples: [{ success: true, ...example }] });
