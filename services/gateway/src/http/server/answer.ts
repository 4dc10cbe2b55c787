import { DomainError } from '@orders/shared/errors';
import type { Log } from '@orders/shared/log';
import { requestContext, traceIdOf } from '@orders/shared/request-context';
import type { ErrorRequestHandler, Response } from 'express';
import { explainHttpError } from './explain-http-error';
import { sendJson } from './send-json';

/** The one table from error codes to HTTP. */
export const httpStatusOf = {
  VALIDATION_FAILED: 400,
  TOTAL_MISMATCH: 400,
  MALFORMED_REQUEST: 400,
  UNAUTHENTICATED: 401,
  INVALID_CREDENTIALS: 401,
  INVALID_REFRESH_TOKEN: 401,
  FORBIDDEN: 403,
  FORBIDDEN_ORIGIN: 403,
  NOT_YOUR_ACCOUNT: 403,
  NOT_FOUND: 404,
  UNKNOWN_PRODUCT: 404,
  ORDER_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  EMAIL_TAKEN: 409,
  PRODUCT_EXISTS: 409,
  STOCK_LIMIT_EXCEEDED: 409,
  OUT_OF_STOCK: 409,
  NOT_CANCELLABLE: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof httpStatusOf;

const retryAfterSeconds = '1';

/** Answers every failure in the same envelope; one that nobody expected says nothing of itself and is logged. */
export const createErrorAnswer =
  (log: Log): ErrorRequestHandler =>
  // eslint-disable-next-line max-params -- Express knows an error handler by its four parameters
  (reason: unknown, _request, response, _next) => {
    if (response.headersSent) {
      // What has been answered in full stays answered; half an answer must not look like a whole one.
      if (!response.writableEnded) response.destroy();
      return;
    }
    const shown = toShow(explainHttpError(reason));
    const status = httpStatusOf[shown.code];
    if (status === 500) log.error({ error: reason }, 'request failed');
    if (status === 503 && !isOverloaded(reason))
      log.warn({ reason: shown.message, cause: causeOf(reason) }, 'request could not be served');
    setFailureHeaders(response, shown);
    sendJson(response, status, failureBody(shown));
  };

// What the connection said, which tells a replica that is gone from one that is slow.
const causeOf = (reason: unknown) =>
  reason instanceof Error && reason.cause instanceof Error ? reason.cause.message : undefined;

// Under overload a line for each of them would cost more than the answer; metrics count them.
const isOverloaded = (reason: unknown) => reason instanceof DomainError && reason.kind === 'OVERLOADED';

interface Shown {
  code: ErrorCode;
  message: string;
  details?: unknown;
}

const toShow = (error: unknown): Shown => (isKnown(error) ? error : { code: 'INTERNAL', message: 'internal error' });

const isKnown = (error: unknown): error is DomainError & { code: ErrorCode } =>
  error instanceof DomainError && Object.hasOwn(httpStatusOf, error.code);

/** What every failure looks like. */
export function failureBody({ code, message, details }: Shown) {
  const context = requestContext();
  return {
    success: false,
    message,
    code,
    ...(details !== undefined && { details }),
    ...(context && { requestId: context.requestId, traceId: traceIdOf(context.traceparent) }),
  };
}

const headersOf: Partial<Record<ErrorCode, (details: unknown) => Record<string, string>>> = {
  UNAUTHENTICATED: () => ({ 'WWW-Authenticate': 'Bearer' }),
  UNAVAILABLE: () => ({ 'Retry-After': retryAfterSeconds }),
  RATE_LIMITED: (details) => ({ 'Retry-After': String((details as { retryAfterSeconds: number }).retryAfterSeconds) }),
  METHOD_NOT_ALLOWED: (details) => ({ Allow: (details as { allow: string[] }).allow.join(', ') }),
  // What is left of the body is not worth reading, so the connection ends with the answer.
  PAYLOAD_TOO_LARGE: () => ({ Connection: 'close' }),
  REQUEST_TIMEOUT: () => ({ Connection: 'close' }),
};

function setFailureHeaders(response: Response, { code, details }: Shown): void {
  for (const [name, value] of Object.entries(headersOf[code]?.(details) ?? {})) response.setHeader(name, value);
}
