import { DomainError } from '@orders/shared/errors';

export interface Problem {
  /** Where in the request, as `items.0.quantity`; empty for the whole of it. */
  path: string;
  message: string;
}

/** The request is not what the document asks for. */
export const validationFailed = (details: Problem[], message = 'the request is not valid') =>
  new DomainError('INVALID', { code: 'VALIDATION_FAILED', message, details });

export const unauthenticated = (message: string) =>
  new DomainError('UNAUTHENTICATED', { code: 'UNAUTHENTICATED', message });

export const forbidden = () =>
  new DomainError('FORBIDDEN', { code: 'FORBIDDEN', message: 'this needs the role admin' });

export const forbiddenOrigin = () =>
  new DomainError('FORBIDDEN', {
    code: 'FORBIDDEN_ORIGIN',
    message: 'a page of another origin may not change anything with the cookies of this one',
  });

export const notYourAccount = () =>
  new DomainError('FORBIDDEN', { code: 'NOT_YOUR_ACCOUNT', message: 'userId is not the account of the caller' });

export const totalMismatch = (totalAmount: number, sum: number) =>
  new DomainError('INVALID', {
    code: 'TOTAL_MISMATCH',
    message: 'totalAmount is not the sum of the quantities',
    details: { totalAmount, sum },
  });

export const invalidRefreshToken = () =>
  new DomainError('UNAUTHENTICATED', { code: 'INVALID_REFRESH_TOKEN', message: 'there is no refresh token' });

export const rateLimited = (retryAfterSeconds: number) =>
  new DomainError('OVERLOADED', {
    code: 'RATE_LIMITED',
    message: 'too many requests; try again later',
    details: { retryAfterSeconds },
  });

export const routeNotFound = () =>
  new DomainError('NOT_FOUND', { code: 'NOT_FOUND', message: 'there is nothing at this address' });

export const methodNotAllowed = (allow: string[]) =>
  new DomainError('INVALID', {
    code: 'METHOD_NOT_ALLOWED',
    message: 'this address does not take this method',
    details: { allow },
  });

export const payloadTooLarge = () =>
  new DomainError('INVALID', { code: 'PAYLOAD_TOO_LARGE', message: 'the body is larger than 100 kB' });

export const unsupportedMediaType = () =>
  new DomainError('INVALID', { code: 'UNSUPPORTED_MEDIA_TYPE', message: 'the body must be application/json in UTF-8' });

export const malformedRequest = (message: string) => new DomainError('INVALID', { code: 'MALFORMED_REQUEST', message });

export const requestTimeout = () =>
  new DomainError('INVALID', { code: 'REQUEST_TIMEOUT', message: 'the request did not arrive in time' });
