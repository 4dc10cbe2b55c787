import { isUtf8 } from 'node:buffer';
import { parse } from 'node:querystring';
import { messageOf, problemsOf, type Problem } from '@orders/shared/parse';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { v4, v5 } from 'uuid';
import { z } from 'zod';
import { requestTimeout, unsupportedMediaType, validationFailed } from './failures';

export type Part = [schema: z.ZodType | undefined, value: unknown];

/** The checked parts of a request, or VALIDATION_FAILED with every problem of all of them. */
export function validate<Name extends string>(parts: Record<Name, Part>): Record<Name, unknown> {
  const problems: Problem[] = [];
  const checked: [string, unknown][] = [];
  for (const [name, [schema, value]] of Object.entries<Part>(parts)) {
    const result = schema?.safeParse(value, { error: messageOf });
    if (result?.success === false) problems.push(...problemsOf(result.error));
    else checked.push([name, result?.data]);
  }
  if (problems.length > 0) throw validationFailed(problems);
  return Object.fromEntries(checked) as Record<Name, unknown>;
}

const readJson: RequestHandler = express.json({
  limit: 100 * 1_024,
  type: 'application/json',
  // What is not UTF-8 would become other signs without a word.
  // eslint-disable-next-line max-params -- the form of body-parser
  verify: (_request, _response, body, charset) => {
    if (charset === 'utf-8' && !isUtf8(body)) throw validationFailed([{ path: '', message: 'the body must be UTF-8' }]);
  },
});

/** The parameters of a query; what is not UTF-8 would become other signs without a word. */
export function parseQuery(text: string | null): object {
  if (text === null) return {};
  try {
    text.replaceAll(escapes, (bytes) => decodeURIComponent(bytes));
  } catch {
    throw validationFailed([{ path: '', message: 'the query must be UTF-8' }]);
  }
  return parse(text);
}

const escapes = /(?:%[0-9a-f]{2})+/gi;

/** The JSON object in the body; an empty one where there is no body and none is required. */
export async function readBody(request: Request, response: Response, isOptional: boolean): Promise<unknown> {
  if (!(await hasBody(request))) {
    if (isOptional) return {};
    throw validationFailed([{ path: '', message: 'a JSON object is required as the body' }]);
  }
  if (!request.is('application/json')) throw unsupportedMediaType();
  await new Promise<void>((resolve, reject) => {
    readJson(request, response, (error?: unknown) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
  return request.body;
}

/** A body of chunks may turn out to be empty, which only its first byte or its end shows. */
const hasBody = (request: Request): boolean | Promise<boolean> =>
  request.headers['transfer-encoding'] === undefined
    ? Number(request.headers['content-length'] ?? 0) > 0
    : hasFirstByte(request);

async function hasFirstByte(request: Request): Promise<boolean> {
  // Before 'readable' nothing is known; at the end of the body there is nothing to read.
  if (request.readableLength > 0 || request.readableEnded) return request.readableLength > 0;
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const onReadable = () => resolve(request.readableLength > 0);
  const onClose = () => reject(requestTimeout());
  request.once('readable', onReadable).once('close', onClose);
  try {
    return await promise;
  } finally {
    request.off('readable', onReadable).off('close', onClose);
  }
}

/** The header that makes a request safe to repeat; the description says what repeating it does. */
export const idempotencyHeaders = (description: string) =>
  z.object({
    'Idempotency-Key': z
      .string()
      .regex(/^[\x20-\x7e]{1,255}$/, 'must be 1 to 255 printable characters')
      .optional()
      .meta({ description }),
  });

// Must never change: repeated requests would no longer find what was done under their keys.
const namespaces = {
  order: '0f2d8a51-6c8e-4b0e-9d7b-3e1f5a9c4d27',
  operation: '5b7c1e94-2a3f-4d68-8e05-c91d7f60a2b8',
};

const createIdFor =
  (namespace: string) =>
  (userId: string, idempotencyKey: string | undefined): string =>
    idempotencyKey === undefined ? v4() : v5(`${userId}:${idempotencyKey}`, namespace);

/** The id of a new order: always the same for one user and key, a random one without a key. */
export const orderIdFor = createIdFor(namespaces.order);

/** The id of what an admin changes, likewise. */
export const operationIdFor = createIdFor(namespaces.operation);
