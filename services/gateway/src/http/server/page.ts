import { z } from 'zod';

/** The two parameters of every list that has pages. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 100')
    .transform(Number)
    .pipe(z.int().min(1).max(100))
    .optional()
    .meta({ override: { type: 'integer', minimum: 1, maximum: 100, default: 20 } }),
  cursor: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'is not a cursor of this list')
    .optional()
    .meta({ description: '`nextCursor` of the last page.' }),
};

/** How many a page has where the caller does not say. */
export const defaultPageSize = 20;

export const nextCursor = z.string().nullable().meta({ description: 'For the next page; null on the last one.' });
