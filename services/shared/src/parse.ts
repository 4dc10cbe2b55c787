import { z } from 'zod';
import { DomainError } from './errors';

export interface Problem {
  /** Where in the value, as `items.0.quantity`; empty for the whole of it. */
  path: string;
  message: string;
}

/** Text as the API counts it: in characters of its composed form (NFC), which is also what it becomes. */
export const text = (min: number, max: number) =>
  z
    .string()
    .normalize('NFC')
    .min(min, 'is required')
    .refine((value) => Array.from(value).length <= max, `must have at most ${max.toLocaleString('en-US')} characters`);

/** The value in its checked form, or INVALID with every problem and its path. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value, { error: messageOf });
  if (result.success) return result.data;
  throw new DomainError('INVALID', {
    code: 'VALIDATION_FAILED',
    message: 'the request is not valid',
    details: problemsOf(result.error),
  });
}

const typeNames: Record<string, string> = {
  string: 'a string',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  array: 'an array',
};

/** The message for a client where the schema has none of its own. */
export function messageOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is required';
  if (issue.code === 'invalid_type') return `must be ${typeNames[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_big') return `must have at most ${issue.maximum.toLocaleString('en-US')} characters`;
  return undefined;
}

/** Every problem with its path, once, and unknown fields one by one. */
export function problemsOf({ issues }: z.ZodError): Problem[] {
  const problems = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'is not a known field' }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  );
  // Two checks that fail for one reason have the same message.
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
