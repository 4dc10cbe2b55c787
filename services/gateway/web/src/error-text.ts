import type { ApiError } from './api-error';

const sentences: Record<string, string> = {
  UNREACHABLE: 'The server cannot be reached. Nothing is lost: try again in a moment.',
  UNAVAILABLE: 'A part of the system is unavailable. Nothing is lost: try again in a moment.',
  OUTCOME_UNKNOWN: 'The answer was lost, so this may have been done all the same. Look before you try again.',
  REQUEST_TIMEOUT: 'The request took too long to arrive. Try again.',
  INVALID_CREDENTIALS: 'The e-mail address or the password is wrong.',
  EMAIL_TAKEN: 'An account with this e-mail address already exists. Sign in instead.',
  UNAUTHENTICATED: 'You are signed out. Sign in and try again.',
  INVALID_REFRESH_TOKEN: 'Your session has ended. Sign in again.',
  FORBIDDEN: 'This is for admins only.',
  UNKNOWN_PRODUCT: 'One of these products is no longer in the shop.',
  ORDER_NOT_FOUND: 'You have no such order.',
  NOT_CANCELLABLE: 'It is too late to cancel: the order is already final.',
  STOCK_LIMIT_EXCEEDED: 'That would exceed the maximum stock.',
  PAGE_ERROR: 'This page has an internal error. Reload it.',
};

/** What went wrong, in sentences for the user. */
export function errorText(error: ApiError, nameOf: (productId: string) => string = (id) => id): string[] {
  if (error.code === 'OUT_OF_STOCK') return shortages(error.details).map((short) => shortageText(short, nameOf));
  if (error.code === 'RATE_LIMITED')
    return [`Too many attempts. Wait ${secondsText(error.retryAfterSeconds)} and try again.`];
  if (error.code === 'VALIDATION_FAILED') return problems(error.details).map(problemText);
  return [sentences[error.code] ?? capitalized(error.message)];
}

interface Shortage {
  productId: string;
  requested: number;
  available: number;
}
interface Problem {
  path: string;
  message: string;
}

const shortages = (details: unknown) => (Array.isArray(details) ? (details as Shortage[]) : []);
const problems = (details: unknown) => (Array.isArray(details) ? (details as Problem[]) : []);

function shortageText({ productId, requested, available }: Shortage, nameOf: (productId: string) => string): string {
  const left = available === 0 ? 'is sold out' : `has only ${available} left`;
  return `${nameOf(productId)} ${left}; you asked for ${requested}.`;
}

const problemText = ({ path, message }: Problem) => `${capitalized(`${path} ${message}`.trim())}.`;
const secondsText = (seconds: number) => (seconds === 1 ? '1 second' : `${seconds} seconds`);
const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
