import type { z } from 'zod';
import { validationFailed, type Problem } from './failures';

export type Part = [schema: z.ZodType | undefined, value: unknown];

/** The parts of a request in their checked form, or VALIDATION_FAILED with every problem of all of them. */
export function validate<Name extends string>(parts: Record<Name, Part>): Record<Name, unknown> {
  const problems: Problem[] = [];
  const checked: [string, unknown][] = [];
  for (const [name, [schema, value]] of Object.entries<Part>(parts)) {
    const result = schema?.safeParse(value);
    if (result?.success === false) problems.push(...result.error.issues.flatMap(problemsOf));
    else checked.push([name, result?.data]);
  }
  if (problems.length > 0) throw validationFailed(problems);
  return Object.fromEntries(checked) as Record<Name, unknown>;
}

/** One zod issue as one problem for each place that it names. */
export function problemsOf(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'is not a known field' }));
  }
  return [{ path: pathOf(issue.path), message: issue.message }];
}

const pathOf = (path: PropertyKey[]) => path.map(String).join('.');
