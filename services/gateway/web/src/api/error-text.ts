import type { ApiError } from './api-error';

const sentences: Record<string, string> = {
  UNREACHABLE: 'The server cannot be reached. Check your connection and try again.',
  UNAVAILABLE: 'A part of the system is unavailable. Nothing was changed: try again in a moment.',
  OUTCOME_UNKNOWN: 'The answer was lost, so this may have been done all the same. Look before you try again.',
  REQUEST_TIMEOUT: 'The request took too long to arrive. Try again.',
  INVALID_CREDENTIALS: 'The e-mail address or the password is wrong.',
  INVALID_TOKEN: 'This link was used already, replaced by a newer one, or is too old. Ask for a new one.',
  EMAIL_TAKEN: 'An account with this e-mail address already exists. Sign in instead.',
  EMAIL_NOT_VERIFIED: 'Verify your e-mail address first: follow the link in the mail that we sent you.',
  UNAUTHENTICATED: 'You are signed out. Sign in and try again.',
  INVALID_REFRESH_TOKEN: 'Your session has ended. Sign in again.',
  FORBIDDEN: 'This is for admins only.',
  PRICE_CHANGED: 'Prices have changed. Look at the lines and the new total, then order again.',
  OUT_OF_STOCK: 'There is not enough of everything. Nothing was ordered yet: adjust the marked lines.',
  UNKNOWN_PRODUCT: 'Something is no longer in the shop. Nothing was ordered yet: remove the marked lines.',
  IDEMPOTENCY_KEY_REUSED: 'This was already sent with other content. Reload the page and look before you try again.',
  ORDER_NOT_FOUND: 'You have no such order.',
  NOT_CANCELLABLE: 'It is too late to cancel: the order is already final.',
  STOCK_LIMIT_EXCEEDED: 'That would exceed the maximum stock.',
  PRODUCT_EXISTS: 'There is already a product with this id.',
  PRECONDITION_FAILED: 'Someone else has changed this meanwhile.',
  PAYLOAD_TOO_LARGE: 'That is too large.',
  PAGE_ERROR: 'This page has an internal error. Reload it.',
};

/** What went wrong, in sentences for the user. */
export function errorText(error: ApiError): string[] {
  if (error.code === 'RATE_LIMITED')
    return [`Too many attempts. Wait ${secondsText(error.retryAfterSeconds)} and try again.`];
  if (error.code === 'VALIDATION_FAILED') return problems(error.details).map(problemText);
  return [sentences[error.code] ?? sentence(error.message)];
}

interface Problem {
  path: string;
  message: string;
}

const problems = (details: unknown) => (Array.isArray(details) ? (details as Problem[]) : []);
const problemText = ({ path, message }: Problem) => sentence(`${path} ${message}`.trim());
const secondsText = (seconds: number) => (seconds === 1 ? '1 second' : `${seconds} seconds`);
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
