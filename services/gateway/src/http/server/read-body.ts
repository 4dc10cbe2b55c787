import express, { type Request, type RequestHandler, type Response } from 'express';
import { unsupportedMediaType, validationFailed } from './failures';

const readJson: RequestHandler = express.json({ limit: 100 * 1_024, type: 'application/json' });

/** The JSON object in the body; an empty one where there is no body and none is needed. */
export async function readBody(request: Request, response: Response, isOptional: boolean): Promise<unknown> {
  if (!hasBody(request)) {
    if (isOptional) return {};
    throw validationFailed([{ path: '', message: 'a JSON object is needed as the body' }]);
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
