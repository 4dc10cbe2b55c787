import { continueTrace, withRequestContext } from '@orders/shared/request-context';
import type { RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import { malformedRequest } from './failures';

const budgetMs = 4_500;
const saneId = /^[A-Za-z0-9._-]{1,128}$/;

/** Gives a request its ids and the time by which everything behind it must have answered. */
export const beginRequest: RequestHandler = (request, response, next) => {
  const requestId = idOf(request.headers['x-request-id']) ?? randomUUID();
  const traceparent = continueTrace(textOf(request.headers['traceparent']));
  response.setHeader('X-Request-Id', requestId);
  withRequestContext({ requestId, traceparent, deadlineAt: Date.now() + budgetMs }, () => {
    if (request.headers.host !== undefined || request.httpVersion === '1.0') next();
    else next(malformedRequest('the header Host is missing'));
  });
};

const textOf = (header: string | string[] | undefined) => (typeof header === 'string' ? header : undefined);

function idOf(header: string | string[] | undefined): string | undefined {
  const id = textOf(header);
  return id !== undefined && saneId.test(id) ? id : undefined;
}
