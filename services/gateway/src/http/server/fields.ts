import { z } from 'zod';

// What \p{Cc} means, in the words that every reader of the document knows.
const control = String.raw`\u0000-\u001f\u007f-\u009f`;

/** Text for people: counted in characters, without control characters and broken surrogates. */
export const text = (min: number, max: number) => checked(z.string(), { min, max, pattern: `^[^${control}]*$` });

/** The same without the blanks around it. */
export const trimmedText = (min: number, max: number) =>
  checked(z.string().trim(), { min, max, pattern: String.raw`^[^${control}]*[^\s\ufeff${control}][^${control}]*$` });

/** A name to sign in with, as odd as those that were taken over. */
export const address = (min: number, max: number) => {
  const pattern = String.raw`^[^\s@${control}]+@[^\s@${control}]+$`;
  return checked(z.string().regex(new RegExp(pattern), 'is no e-mail address'), { min, max, pattern });
};

interface Shape {
  min: number;
  max: number;
  /** For the document. */
  pattern: string;
}

const checked = (schema: z.ZodString, { min, max, pattern }: Shape) =>
  schema
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), 'contains characters that are not allowed')
    .refine((value) => hasLength(value, min, max), `must have ${min} to ${max} characters`)
    .meta({ override: { minLength: min, maxLength: max, pattern } });

function hasLength(value: string, min: number, max: number): boolean {
  // A character takes two units at most, so what is longer need not be counted.
  if (value.length > 2 * max) return false;
  const { length } = Array.from(value);
  return length >= min && length <= max;
}
