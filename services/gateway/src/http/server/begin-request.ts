import { unavailable } from '@orders/shared/errors';
import { createTracedHistogram, durationBuckets } from '@orders/shared/metrics';
import { continueTrace, currentTraceparent, isTracing, withRequestContext } from '@orders/shared/request-context';
import { decideSampling, SpanKind, SpanStatusCode, withSpan } from '@orders/shared/span';
import { requestDeadlineMs } from '@orders/shared/time-limits';
import { noteWrite } from '@orders/shared/writes';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { writesOf } from './answer';
import { malformedRequest, requestTimeout } from './failures';
import type { Route } from './route';

const observe = createTracedHistogram({
  name: 'http_server_request_duration_seconds',
  help: 'Seconds from a request to the end of its answer, by route pattern.',
  labelNames: ['http_route', 'http_request_method', 'http_response_status_code'],
  buckets: durationBuckets,
});

const requestIdPattern = /^[A-Za-z0-9._-]{1,128}$/;
// A label must not grow with what callers send.
const methods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']);

/** Gives a request its ids and its deadline, and opens its span where spans are made. */
export const beginRequest: RequestHandler = (request, response, next) => {
  const requestId = requestIdOf(request) ?? randomUUID();
  const parent = decideSampling(textOf(request.headers['traceparent']));
  const traceparent = continueTrace(parent);
  response.setHeader('X-Request-Id', requestId);
  const proceed = () => {
    const hosts = hostsOf(request);
    if (hosts > 1) next(malformedRequest('there must be one Host header'));
    else if (hosts === 1 || request.httpVersion === '1.0') next();
    else next(malformedRequest('the Host header is required'));
  };
  withRequestContext({ requestId, traceparent, deadline: Date.now() + requestDeadlineMs }, () => {
    if (isTracing()) void inServerSpan({ request, response, parent }, proceed);
    else proceed();
  });
};

/** Measures every request under the route that handled it. */
export const measureRequest: RequestHandler = (request, response, next) => {
  const startedAt = performance.now();
  const traceparent = currentTraceparent();
  response.once('close', () => {
    observe(
      {
        http_route: routeOf(response) ?? 'unmatched',
        http_request_method: methodLabel(request),
        http_response_status_code: response.statusCode,
      },
      (performance.now() - startedAt) / 1_000,
      traceparent,
    );
  });
  next();
};

export interface TimeLimitNeeds {
  routes: Route[];
  timeLimitMs: number;
  answerError: ErrorRequestHandler;
}

/**
 * Answers a request that has no answer after the limit of its route, or that of all: 408 while it is still arriving,
 * else 503.
 */
export function createTimeLimit({ routes, timeLimitMs, answerError }: TimeLimitNeeds): RequestHandler {
  const ownLimits = new Map(routes.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route.timeLimitMs]));
  return (request, response, next) => {
    const limitMs = ownLimits.get(`${request.method} ${request.path.replace(/\/$/, '')}`) ?? timeLimitMs;
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      noteWrite(writesOf(response));
      const error = request.complete ? unavailable('the request took too long; try again') : requestTimeout();
      // After a second `next` Express would take a later failure of the handler for its own, and end the connection.
      answerError(error, request, response, next);
    }, limitMs);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}

/** The span ends with the answer and is named after the route that gave it. */
function inServerSpan(
  { request, response, parent }: { request: Request; response: Response; parent: string | undefined },
  proceed: () => void,
): Promise<void> {
  const method = methodLabel(request);
  const span = {
    kind: SpanKind.SERVER,
    parent: { traceparent: parent },
    attributes: { 'http.request.method': method, 'url.scheme': request.protocol },
  };
  return withSpan(method, span, (open) => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    response.once('close', () => {
      const route = routeOf(response);
      open?.setAttributes({ 'http.response.status_code': response.statusCode, ...(route && { 'http.route': route }) });
      if (route) open?.updateName(`${method} ${route}`);
      if (response.statusCode >= 500) open?.setStatus({ code: SpanStatusCode.ERROR });
      resolve(undefined);
    });
    proceed();
    return promise;
  });
}

/** How many Host headers there are; of several `headers` shows the first one only. */
function hostsOf({ rawHeaders }: Request): number {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === 'host') hosts += 1;
  }
  return hosts;
}

const routeOf = ({ locals }: Response) => locals['route'] as string | undefined;
const methodLabel = ({ method }: Request) => (methods.has(method) ? method : 'other');
const textOf = (header: string | string[] | undefined) => (typeof header === 'string' ? header : undefined);

function requestIdOf({ headers }: Request): string | undefined {
  const id = textOf(headers['x-request-id']);
  return id !== undefined && requestIdPattern.test(id) ? id : undefined;
}
