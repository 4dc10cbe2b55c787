import { messageOf, problemsOf } from '@orders/shared/parse';
import type { z } from 'zod';

/** A line that was not imported, counted from 1. */
export interface FailedLine {
  line: number;
  code: 'VALIDATION_FAILED' | 'DUPLICATE_PRODUCT';
  message: string;
}

export interface ImportedLine<Product> {
  line: number;
  product: Product;
}

// A message may repeat what was sent, such as the name of a field.
const maxMessageLength = 200;

/** A failed line whose message is no longer than anyone reads. */
export const failedLine = (line: number, code: FailedLine['code'], message: string): FailedLine => ({
  line,
  code,
  message: message.length > maxMessageLength ? `${message.slice(0, maxMessageLength)}…` : message,
});

/** Each line that is not blank, with its number; none is copied. */
export function* linesOf(body: Buffer): Generator<{ line: number; bytes: Buffer }> {
  let line = 0;
  for (let start = 0; start < body.length;) {
    const end = body.indexOf(lineFeed, start);
    const bytes = body.subarray(start, end === -1 ? body.length : end);
    line += 1;
    if (!isBlank(bytes)) yield { line, bytes };
    start += bytes.length + 1;
  }
}

const lineFeed = 0x0a;
const blanks = new Set([0x20, 0x09, 0x0d]);
const isBlank = (bytes: Buffer) => bytes.every((byte) => blanks.has(byte));

/** Reads lines one after the other: each is a product, or failed; of those with the same id the first one counts. */
export function createLineReader<Product extends { productId: string }>(schema: z.ZodType<Product>) {
  const lineOf = new Map<string, number>();

  return ({ line, bytes }: { line: number; bytes: Buffer }): ImportedLine<Product> | FailedLine => {
    const value = parseJson(bytes);
    if (value === undefined) return failedLine(line, 'VALIDATION_FAILED', 'must be a JSON object in UTF-8');
    const checked = schema.safeParse(value, { error: messageOf });
    if (!checked.success) {
      const [problem = { path: '', message: 'is not valid' }] = problemsOf(checked.error);
      return failedLine(line, 'VALIDATION_FAILED', [problem.path, problem.message].filter(Boolean).join(': '));
    }
    const product = checked.data;
    const first = lineOf.get(product.productId);
    if (first !== undefined) return failedLine(line, 'DUPLICATE_PRODUCT', `line ${first} is of the same product`);
    lineOf.set(product.productId, line);
    return { line, product };
  };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}
