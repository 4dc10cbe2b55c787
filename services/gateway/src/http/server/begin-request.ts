import { continueTrace, withRequestContext } from '@orders/shared/request-context';
import { SpanKind, SpanStatusCode, withSpan } from '@orders/shared/span';
import { isTracing } from '@orders/shared/trace-context';
import type { Request, RequestHandler, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { malformedRequest } from './failures';
import { knownMethod } from './measure-requests';

const budgetMs = 4_500;
const saneId = /^[A-Za-z0-9._-]{1,128}$/;

/** Gives a request its ids and the time by which everything behind it must have answered. */
export const beginRequest: RequestHandler = (request, response, next) => {
  const requestId = idOf(request.headers['x-request-id']) ?? randomUUID();
  const traceparent = continueTrace(textOf(request.headers['traceparent']));
  response.setHeader('X-Request-Id', requestId);
  const goOn = () => {
    if (request.headers.host !== undefined || request.httpVersion === '1.0') next();
    else next(malformedRequest('the header Host is missing'));
  };
  withRequestContext({ requestId, traceparent, deadlineAt: Date.now() + budgetMs }, () => {
    if (isTracing()) void inServerSpan(request, response, goOn);
    else goOn();
  });
};

/** The span ends with the answer, and is named for the route that gave it. */
function inServerSpan(request: Request, response: Response, goOn: () => void): Promise<void> {
  const method = knownMethod(request.method);
  const facts = {
    kind: SpanKind.SERVER,
    parent: { traceparent: textOf(request.headers['traceparent']) },
    attributes: { 'http.request.method': method, 'url.scheme': request.protocol },
  };
  return withSpan(method, facts, (span) => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    response.once('close', () => {
      const route = response.locals['route'] as string | undefined;
      span?.setAttributes({ 'http.response.status_code': response.statusCode, ...(route && { 'http.route': route }) });
      if (route) span?.updateName(`${method} ${route}`);
      if (response.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
      resolve(undefined);
    });
    goOn();
    return promise;
  });
}

const textOf = (header: string | string[] | undefined) => (typeof header === 'string' ? header : undefined);

function idOf(header: string | string[] | undefined): string | undefined {
  const id = textOf(header);
  return id !== undefined && saneId.test(id) ? id : undefined;
}
