import { DomainError } from '@orders/shared/errors';
import { payloadTooLarge, requestTimeout, unsupportedMediaType, validationFailed } from './failures';

interface HttpError {
  status: number;
  type?: string;
}

/** What Express and its body reader throw, in our words; any other error stays as it is. */
export function explainHttpError(error: unknown): unknown {
  if (error instanceof DomainError || !isHttpError(error)) return error;
  if (error.type === 'request.aborted') return requestTimeout();
  if (error.status === 413) return payloadTooLarge();
  if (error.status === 415) return unsupportedMediaType();
  if (error.type !== undefined) return validationFailed([{ path: '', message: 'is not a JSON object' }]);
  // The router throws 400 where a part of the path cannot be decoded.
  if (error.status === 400) return validationFailed([{ path: '', message: 'the address cannot be decoded' }]);
  return error;
}

const isHttpError = (error: unknown): error is HttpError =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500;
