import type { ErrorCode } from './failures';

/** What a failure with a code looks like, for the document. */
export interface FailureExample {
  message: string;
  details?: unknown;
}

/** One for each code: every response of the document that names a code shows its example. */
export const failureExamples: Record<ErrorCode, FailureExample> = {
  VALIDATION_FAILED: {
    message: 'the request is not valid',
    details: [{ path: 'items.0.quantity', message: 'must be a whole number from 1 to 1,000,000' }],
  },
  TOTAL_MISMATCH: {
    message: 'totalAmount must be the sum of the quantities, which is 2',
    details: { totalAmount: 3, sum: 2 },
  },
  MALFORMED_REQUEST: { message: 'the Host header is required' },
  INVALID_TOKEN: {
    message: 'the link is invalid, expired, already used or replaced by a newer one; ask for another',
  },
  UNAUTHENTICATED: { message: 'the access token is invalid or has expired; sign in again' },
  INVALID_CREDENTIALS: { message: 'e-mail address or password is wrong' },
  INVALID_REFRESH_TOKEN: { message: 'the refresh token is invalid, expired or already used' },
  FORBIDDEN: { message: 'the role admin is required' },
  FORBIDDEN_ORIGIN: { message: 'a page of another origin cannot change anything with the cookies of this one' },
  NOT_YOUR_ACCOUNT: { message: 'userId must be the id of your own account' },
  EMAIL_NOT_VERIFIED: { message: 'verify your e-mail address first: a mail with a link was sent to it' },
  NOT_FOUND: { message: 'there is no such session' },
  UNKNOWN_PRODUCT: { message: 'a product does not exist', details: [{ productId: 'prod9' }] },
  ORDER_NOT_FOUND: { message: 'there is no order 7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b' },
  WEBHOOK_NOT_FOUND: { message: 'there is no such webhook' },
  DEAD_LETTER_NOT_FOUND: { message: 'there is no dead letter 5c1a6d4e-1f0b-4f6f-8d3a-9e2b7c4d1a60' },
  DELIVERY_NOT_FOUND: { message: 'there is no such delivery' },
  METHOD_NOT_ALLOWED: {
    message: 'the method must be one of OPTIONS, GET, HEAD',
    details: { allow: ['OPTIONS', 'GET', 'HEAD'] },
  },
  REQUEST_TIMEOUT: { message: 'the request took too long to arrive; try again' },
  EMAIL_TAKEN: { message: 'this e-mail address already has an account' },
  PRODUCT_EXISTS: { message: 'a product with this id already exists' },
  STOCK_LIMIT_EXCEEDED: { message: 'the stock would exceed 1,000,000,000' },
  PRICE_CHANGED: {
    message: 'the order would cost something else: its present total is in details',
    details: { total: { amount: 4_398, currency: 'EUR' } },
  },
  OUT_OF_STOCK: { message: 'not enough stock', details: [{ productId: 'prod3', requested: 2, available: 0 }] },
  NOT_CANCELLABLE: {
    message: 'a Processed order cannot take the action cancel',
    details: { status: 'Processed' },
  },
  ORDER_IS_FINAL: {
    message: 'the order is Processed, so it cannot be given up',
    details: { status: 'Processed' },
  },
  TOO_MANY_WEBHOOKS: { message: 'there are 100 webhooks already; delete one first' },
  WEBHOOK_DISABLED: { message: 'the webhook is disabled, so nothing is sent to it; enable it first' },
  WEBHOOK_KEY_MISSING: { message: 'webhooks need WEBHOOK_SECRET_KEY, which is not set in the processor' },
  SECRET_JUST_ROTATED: { message: 'another request has just replaced the secret; use the secret of its answer' },
  PRECONDITION_FAILED: { message: 'the product has changed since the revision that the request names' },
  PAYLOAD_TOO_LARGE: { message: 'the body must be at most 100 kB' },
  UNSUPPORTED_MEDIA_TYPE: { message: 'the body must be application/json in UTF-8' },
  IDEMPOTENCY_KEY_REUSED: { message: 'the idempotency key was used with another body' },
  RATE_LIMITED: { message: 'too many requests; try again in 12 s', details: { retryAfterSeconds: 12 } },
  HEADERS_TOO_LARGE: { message: 'the headers must be at most 16 kB' },
  INTERNAL: { message: 'internal error' },
  UNAVAILABLE: { message: 'inventory is unavailable' },
  OUTCOME_UNKNOWN: {
    message: 'the request may have taken effect: its answer was lost or came too late; look before you repeat it',
  },
};
