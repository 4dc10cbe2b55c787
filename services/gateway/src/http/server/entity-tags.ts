import { z } from 'zod';
import type { Answer } from './route';

// As RFC 9110 writes them: a tag is opaque text in quotes, and W/ in front of it makes it a weak one.
const tagPattern = String.raw`(W/)?"[\x21\x23-\x7e]*"`;
const listPattern = String.raw`^\s*(\*|${tagPattern}(\s*,\s*${tagPattern}){0,99})\s*$`;
const tags = new RegExp(tagPattern, 'g');

/** The header by which a caller says which answers it has already. */
export const ifNoneMatch = z
  .string()
  .optional()
  .meta({ description: '`ETag`s of answers that the caller has; where one is still right the answer is 304.' });

/** The header by which a caller says which state it has seen. */
export const ifMatch = z
  .string()
  .regex(new RegExp(listPattern), 'must be * or at most 100 ETags in double quotes, separated by commas')
  .optional()
  .meta({
    description: 'The change is made only while the `ETag` is one of these; a weak one never is, and * always.',
    examples: ['"17"'],
    override: { pattern: listPattern },
  });

/** The header of the answer. */
export const tagged = z.object({
  ETag: z.string().meta({ description: 'Changes whenever the answer does.', examples: ['"17"'] }),
});

/** The answer under its tag, or 304 where the caller has it already. */
export function taggedAnswer(body: object, tag: string, condition: string | undefined): Answer {
  const headers = {
    ETag: tag,
    // Kept by browsers alone, for it may depend on who asks, and asked for again each time.
    'Cache-Control': 'private, no-cache',
    Vary: 'Authorization, Cookie',
  };
  return condition !== undefined && isKnown(condition, tag) ? { status: 304, headers } : { body, headers };
}

// The comparison is the weak one: proxies that compress an answer make its tag a weak one.
const isKnown = (condition: string, tag: string) =>
  condition.trim() === '*' || (condition.match(tags) ?? []).some((known) => known.replace('W/', '') === tag);

/** The strong tags among those of a condition; undefined where any state will do. */
export const strongTags = (condition: string | undefined): string[] | undefined =>
  condition === undefined || condition.trim() === '*'
    ? undefined
    : (condition.match(tags) ?? []).filter((tag) => !tag.startsWith('W/'));
