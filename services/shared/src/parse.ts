import type { z } from 'zod';
import { DomainError } from './errors';

/** The value in its checked form, or INVALID with every problem and its path. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new DomainError('INVALID', {
    code: 'VALIDATION_FAILED',
    message: 'the request is not valid',
    details: result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  });
}
