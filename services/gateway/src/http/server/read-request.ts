import { messageOf, problemsOf, type Problem } from '@orders/shared/parse';
import express, { type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import { unsupportedMediaType, validationFailed } from './failures';

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

const readJson: RequestHandler = express.json({ limit: 100 * 1_024, type: 'application/json' });

/** The JSON object in the body; an empty one where there is no body and none is required. */
export async function readBody(request: Request, response: Response, isOptional: boolean): Promise<unknown> {
  if (!hasBody(request)) {
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

const hasBody = ({ headers }: Request) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
