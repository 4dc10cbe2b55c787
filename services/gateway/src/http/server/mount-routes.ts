import { setActor } from '@orders/shared/request-context';
import { watchWrites, type Writes } from '@orders/shared/writes';
import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import type { Admission } from './admission';
import { sendJson } from './answer';
import type { Authenticate } from './authenticate';
import { methodNotAllowed } from './failures';
import { readBody, validate } from './read-request';
import type { Answer, Route } from './route';

export interface MountNeeds {
  routes: Route[];
  authenticate: Authenticate;
  admission: Admission;
}

/** Mounts each route, and on each path an answer to the methods that no route takes. */
export function mountRoutes(app: Express, { routes, ...needs }: MountNeeds): void {
  for (const { path, route } of mountings(routes)) {
    app[route.method](expressPath(path), async (request, response) => {
      response.locals['route'] = path;
      const answer = await handle(route, needs, { request, response });
      if (answer && !response.headersSent) write(response, route.success.status, answer);
    });
  }
  // An exact path answers before one whose parameter fits it too.
  const isExact = (path: string) => !path.includes('{');
  const byPath = [...methodsByPath(routes)].sort(([one], [other]) => Number(isExact(other)) - Number(isExact(one)));
  for (const [path, methods] of byPath) {
    app.all(expressPath(path), (request, response) => {
      response.locals['route'] = path;
      if (request.method !== 'OPTIONS') throw methodNotAllowed(methods);
      response.setHeader('Allow', methods.join(', '));
      response.status(204).end();
    });
  }
}

const mountings = (routes: Route[]) =>
  routes.flatMap((route) =>
    [route.path, ...(route.alias === undefined ? [] : [route.alias])].map((path) => ({ path, route })),
  );

async function handle(
  route: Route,
  { authenticate, admission }: Omit<MountNeeds, 'routes'>,
  { request, response }: { request: Request; response: Response },
): Promise<Answer | undefined> {
  const caller = await authenticate(request, route.access);
  if (caller) setActor(caller.userId);
  const checked = validate({
    params: [route.params, request.params],
    query: [route.query, request.query],
    headers: [route.headers, route.headers && namedHeaders(route.headers, request)],
    body: [route.body, route.body && (await readBody(request, response, route.isBodyOptional === true))],
  });
  const work = () => route.handle({ caller, ...checked, request, response });
  if (route.staysOpen === true) return work();
  return admission.admit(() => watchChange(route, { headers: checked.headers, response }, work));
}

/** Runs the work of a route that changes something, so that its failure can tell whether it may have done so. */
function watchChange<T>(
  route: Route,
  { headers, response }: { headers: unknown; response: Response },
  work: () => Promise<T>,
): Promise<T> {
  if (route.method === 'get' || hasIdempotencyKey(headers)) return work();
  const writes: Writes = { wereSent: false };
  response.locals['writes'] = writes;
  return watchWrites(writes, work);
}

// Headers that the route does not name were not read, so the key is one that it honours.
const hasIdempotencyKey = (headers: unknown) =>
  (headers as { 'Idempotency-Key'?: string } | undefined)?.['Idempotency-Key'] !== undefined;

const namedHeaders = (schema: z.ZodObject, request: Request) =>
  Object.fromEntries(Object.keys(schema.shape).map((name) => [name, request.headers[name.toLowerCase()]]));

function write(response: Response, successStatus: number, { status = successStatus, body, headers }: Answer): void {
  for (const [name, value] of Object.entries(headers ?? {})) {
    // What the origin check has said of it must stay.
    if (name === 'Vary') response.vary(value);
    else response.setHeader(name, value);
  }
  if (body) sendJson(response, status, { success: true, ...body });
  else response.status(status).end();
}

const expressPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

function methodsByPath(routes: Route[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, route } of mountings(routes)) {
    const known = methods.get(path) ?? ['OPTIONS'];
    methods.set(path, [...known, ...(route.method === 'get' ? ['GET', 'HEAD'] : [route.method.toUpperCase()])]);
  }
  return methods;
}
