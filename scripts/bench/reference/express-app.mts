// An Express application as a reference has it: helmet, a token that is verified and remembered, JSON in and out, a log line for each request.
import { createPublicKey } from 'node:crypto';
import express, { type Request, type Response } from 'express';
import helmet from 'helmet';
import jsonwebtoken from 'jsonwebtoken';
import pino from 'pino';

const log = pino();
const publicKey = createPublicKey(process.env['JWT_PRIVATE_KEY'] ?? '');
const verified = new Map<string, string>();

/** The user whom the token names. */
function userOf(request: Request): string {
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const known = verified.get(token);
  if (known !== undefined) return known;
  const { sub = '' } = jsonwebtoken.verify(token, publicKey, { algorithms: ['ES256'] }) as { sub?: string };
  verified.set(token, sub);
  return sub;
}

type Handler = (userId: string, request: Request, response: Response) => Promise<void>;

/** Listens where the bench expects a gateway, with one route. */
export function serveHttp(method: 'get' | 'post', path: string, handle: Handler): void {
  const app = express();
  app.use(helmet(), express.json({ limit: '100kb' }));
  app[method](path, async (request, response) => {
    const startedAt = performance.now();
    await handle(userOf(request), request, response);
    const durationMs = performance.now() - startedAt;
    log.info({ method, path: request.path, status: response.statusCode, durationMs }, 'request answered');
  });
  app.listen(Number(process.env['PORT']), '127.0.0.1');
}
