import type { ApiError } from './api-error';

const sentences: Record<string, string> = {
  UNREACHABLE: 'The server cannot be reached. Nothing is lost: try again in a moment.',
  UNAVAILABLE: 'A part of the system is away. Nothing is lost: try again in a moment.',
  REQUEST_TIMEOUT: 'The request took too long to arrive. Try again.',
  INVALID_CREDENTIALS: 'That e-mail address and password do not belong together.',
  EMAIL_TAKEN: 'There is an account with this e-mail address already. Sign in instead.',
  UNAUTHENTICATED: 'You are signed out. Sign in and try again.',
  INVALID_REFRESH_TOKEN: 'Your session has ended. Sign in again.',
  FORBIDDEN: 'This is for admins only.',
  UNKNOWN_PRODUCT: 'One of these products is not in the shop any more.',
  ORDER_NOT_FOUND: 'There is no such order among yours.',
  NOT_CANCELLABLE: 'It is too late to cancel: the order is final already.',
  STOCK_LIMIT_EXCEEDED: 'That is more than the shelf can hold.',
  PAGE_ERROR: 'This page has an error of its own. Load it again.',
};

/** What went wrong, in sentences for the one who sees it. */
export function errorText(error: ApiError, nameOf: (productId: string) => string = (id) => id): string[] {
  if (error.code === 'OUT_OF_STOCK') return shortages(error.details).map((short) => shortageText(short, nameOf));
  if (error.code === 'RATE_LIMITED')
    return [`Too many tries. Wait ${secondsText(error.retryAfterSeconds)} and try again.`];
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

const problemText = ({ path, message }: Problem) => `${capitalized(path === '' ? 'this' : path)} ${message}.`;
const secondsText = (seconds: number) => (seconds === 1 ? '1 second' : `${seconds} seconds`);
const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
