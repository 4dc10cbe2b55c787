import { z } from 'zod';

/** Text for people: counted in characters, without control characters and broken surrogates. */
export const text = (min: number, max: number) => checked(z.string(), { min, max });

/** The same without the blanks around it. */
export const trimmedText = (min: number, max: number) => checked(z.string().trim(), { min, max });

const checked = (schema: z.ZodString, { min, max }: { min: number; max: number }) =>
  schema
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), 'contains characters that are not allowed')
    .refine((value) => hasLength(value, min, max), `must have ${min} to ${max} characters`)
    .meta({ override: { minLength: min, maxLength: max } });

function hasLength(value: string, min: number, max: number): boolean {
  // A character takes two units at most, so what is longer need not be counted.
  if (value.length > 2 * max) return false;
  const { length } = Array.from(value);
  return length >= min && length <= max;
}
