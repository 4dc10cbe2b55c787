import { DomainError, type ErrorKind } from '@orders/shared/errors';
import type { Problem } from '@orders/shared/parse';

/** The one table from error codes to HTTP. */
export const httpStatusOf = {
  VALIDATION_FAILED: 400,
  TOTAL_MISMATCH: 400,
  MALFORMED_REQUEST: 400,
  INVALID_TOKEN: 400,
  UNAUTHENTICATED: 401,
  INVALID_CREDENTIALS: 401,
  INVALID_REFRESH_TOKEN: 401,
  FORBIDDEN: 403,
  FORBIDDEN_ORIGIN: 403,
  NOT_YOUR_ACCOUNT: 403,
  EMAIL_NOT_VERIFIED: 403,
  NOT_FOUND: 404,
  UNKNOWN_PRODUCT: 404,
  ORDER_NOT_FOUND: 404,
  WEBHOOK_NOT_FOUND: 404,
  DELIVERY_NOT_FOUND: 404,
  DEAD_LETTER_NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  EMAIL_TAKEN: 409,
  PRODUCT_EXISTS: 409,
  STOCK_LIMIT_EXCEEDED: 409,
  PRICE_CHANGED: 409,
  OUT_OF_STOCK: 409,
  NOT_CANCELLABLE: 409,
  ORDER_IS_FINAL: 409,
  TOO_MANY_WEBHOOKS: 409,
  WEBHOOK_DISABLED: 409,
  WEBHOOK_KEY_MISSING: 409,
  SECRET_JUST_ROTATED: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  OUTCOME_UNKNOWN: 503,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof httpStatusOf;

// The kind of the error that stands for a status; of any other status it is INVALID.
const kindOf: Partial<Record<number, ErrorKind>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  429: 'OVERLOADED',
};

/** The failure of a request that may have taken effect and may not be repeated blindly. */
export const outcomeUnknown = (cause: DomainError) =>
  new DomainError('UNAVAILABLE', {
    code: 'OUTCOME_UNKNOWN',
    message: 'the request may have taken effect: its answer was lost or came too late; look before you repeat it',
    cause,
  });

const failure = (code: ErrorCode, message: string, details?: unknown) =>
  new DomainError(kindOf[httpStatusOf[code]] ?? 'INVALID', { code, message, details });

export const validationFailed = (problems: Problem[]) =>
  failure('VALIDATION_FAILED', 'the request is not valid', problems);

export const unauthenticated = (message: string) => failure('UNAUTHENTICATED', message);

export const forbidden = () => failure('FORBIDDEN', 'the role admin is required');

export const forbiddenOrigin = () =>
  failure('FORBIDDEN_ORIGIN', 'a page of another origin cannot change anything with the cookies of this one');

export const notYourAccount = () => failure('NOT_YOUR_ACCOUNT', 'userId must be the id of your own account');

export const emailNotVerified = () =>
  failure('EMAIL_NOT_VERIFIED', 'verify your e-mail address first: a mail with a link was sent to it');

export const totalMismatch = (totalAmount: number, sum: number) =>
  failure('TOTAL_MISMATCH', `totalAmount must be the sum of the quantities, which is ${sum}`, { totalAmount, sum });

export const invalidRefreshToken = () => failure('INVALID_REFRESH_TOKEN', 'a refresh token is required');

export const rateLimited = (retryAfterSeconds: number) =>
  failure('RATE_LIMITED', `too many requests; try again in ${retryAfterSeconds} s`, { retryAfterSeconds });

export const tooManyOpen = (max: number, what: string) =>
  failure('RATE_LIMITED', `at most ${max} ${what} may be open at once; close one first`, {
    retryAfterSeconds: 5,
  });

export const routeNotFound = () => failure('NOT_FOUND', 'there is no such route; /docs lists all of them');

export const methodNotAllowed = (allow: string[]) =>
  failure('METHOD_NOT_ALLOWED', `the method must be one of ${allow.join(', ')}`, { allow });

export const payloadTooLarge = (limit = '100 kB') => failure('PAYLOAD_TOO_LARGE', `the body must be at most ${limit}`);

export const unsupportedMediaType = (mediaType = 'application/json in UTF-8') =>
  failure('UNSUPPORTED_MEDIA_TYPE', `the body must be ${mediaType}`);

export const malformedRequest = (message: string) => failure('MALFORMED_REQUEST', message);

export const unknownProduct = (productId: string) =>
  failure('UNKNOWN_PRODUCT', 'a product does not exist', [{ productId }]);

export const headersTooLarge = () => failure('HEADERS_TOO_LARGE', 'the headers must be at most 16 kB');

export const requestTimeout = () => failure('REQUEST_TIMEOUT', 'the request took too long to arrive; try again');
