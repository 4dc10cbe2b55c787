import { Metadata, status, type ServiceError, type StatusObject } from '@grpc/grpc-js';
import { DomainError, type ErrorKind } from './errors';

const codeKey = 'error-code';
const detailsKey = 'error-details-bin';
const nothingDoneKey = 'nothing-done';
// A server that answers has tried; only a call without an answer is repeated.
const neverRetry = { key: 'grpc-retry-pushback-ms', value: '-1' };

const statusOf: Record<ErrorKind, status> = {
  INVALID: status.INVALID_ARGUMENT,
  NOT_FOUND: status.NOT_FOUND,
  ALREADY_EXISTS: status.ALREADY_EXISTS,
  CONFLICT: status.ABORTED,
  ILLEGAL_STATE: status.FAILED_PRECONDITION,
  UNAUTHENTICATED: status.UNAUTHENTICATED,
  FORBIDDEN: status.PERMISSION_DENIED,
  OVERLOADED: status.RESOURCE_EXHAUSTED,
  UNAVAILABLE: status.UNAVAILABLE,
};

const kindOf = new Map<status, ErrorKind>(Object.entries(statusOf).map(([kind, code]) => [code, kind as ErrorKind]));

// What grpc-js reports for a server that is unreachable, too slow, shutting down or of a version that does not know the
// method yet; such calls may be repeated.
const unavailableStatuses = new Set([
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
  status.RESOURCE_EXHAUSTED,
  status.CANCELLED,
  status.UNIMPLEMENTED,
]);

/**
 * An error as gRPC carries it: code and details travel in the trailers; an unexpected error reveals nothing. With
 * `nothingDone` the caller learns that the call failed before its first write.
 */
export function toStatus(error: unknown, { nothingDone = false } = {}): Partial<StatusObject> {
  if (!(error instanceof DomainError)) return { code: status.INTERNAL, details: 'internal error' };
  const metadata = new Metadata();
  metadata.set(codeKey, error.code);
  metadata.set(neverRetry.key, neverRetry.value);
  if (nothingDone) metadata.set(nothingDoneKey, 'true');
  if (error.details !== undefined) metadata.set(detailsKey, Buffer.from(JSON.stringify(error.details)));
  return { code: statusOf[error.kind], details: error.message, metadata };
}

/** The error that `service` threw, or UNAVAILABLE where it did not answer; anything else stays as it is. */
export function fromStatus(error: ServiceError, service: string): Error {
  const [code] = error.metadata.get(codeKey);
  const kind = kindOf.get(error.code);
  if (code !== undefined && kind !== undefined) {
    return new DomainError(kind, {
      code: String(code),
      message: error.details,
      details: detailsOf(error.metadata),
      cause: error,
    });
  }
  if (unavailableStatuses.has(error.code) || isBrokenOff(error) || isRefusedCaller(error)) {
    return new DomainError('UNAVAILABLE', { code: 'UNAVAILABLE', message: `${service} is unavailable`, cause: error });
  }
  return error;
}

export const isUnknownMethod = ({ code }: ServiceError): boolean => code === status.UNIMPLEMENTED;

/** Whether one of the attempts of a failed call may have written something. */
export function mayHaveArrived(error: ServiceError, attempts: number): boolean {
  // The server says that nothing was done in any attempt; that it does not know the method goes for the last one.
  const isNothingDone = error.metadata.get(nothingDoneKey).length > 0;
  return !isNothingDone && attempts > (isUnknownMethod(error) ? 1 : 0);
}

// After a server was killed during a call, grpc-js itself reports INTERNAL, as if the server had failed.
const isBrokenOff = ({ code, details }: ServiceError) =>
  code === status.INTERNAL && details.startsWith('Received RST_STREAM');

// The certificate of this process is not one that may call the method: work waits until an operator has mended it.
const isRefusedCaller = ({ code }: ServiceError) => code === status.PERMISSION_DENIED;

function detailsOf(metadata: Metadata): unknown {
  const [details] = metadata.get(detailsKey);
  return Buffer.isBuffer(details) ? (JSON.parse(details.toString('utf8')) as unknown) : undefined;
}
