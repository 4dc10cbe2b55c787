import { Metadata, status, type ServiceError, type StatusObject } from '@grpc/grpc-js';
import { DomainError, type ErrorKind } from './errors';

const codeKey = 'error-code';
const detailsKey = 'error-details-bin';

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

// What grpc-js itself says of a server that is away, too slow or shutting down; all of them may be tried again.
const awayStatuses = new Set([
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
  status.RESOURCE_EXHAUSTED,
  status.CANCELLED,
]);

/** How an error crosses to another process: its code and details travel in the trailers, an unknown one says nothing. */
export function toStatus(error: unknown): Partial<StatusObject> {
  if (!(error instanceof DomainError)) return { code: status.INTERNAL, details: 'internal error' };
  const metadata = new Metadata();
  metadata.set(codeKey, error.code);
  if (error.details !== undefined) metadata.set(detailsKey, Buffer.from(JSON.stringify(error.details)));
  return { code: statusOf[error.kind], details: error.message, metadata };
}

/** The error that the other process threw, or UNAVAILABLE where none answered; anything else stays as it is. */
export function fromStatus(error: ServiceError): Error {
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
  if (awayStatuses.has(error.code) || isBrokenOff(error)) {
    return new DomainError('UNAVAILABLE', { code: 'UNAVAILABLE', message: 'a service does not answer', cause: error });
  }
  return error;
}

// A server that was killed may leave half a call; grpc-js then says INTERNAL by itself, as if the server had failed.
const isBrokenOff = ({ code, details }: ServiceError) =>
  code === status.INTERNAL && details.startsWith('Received RST_STREAM');

function detailsOf(metadata: Metadata): unknown {
  const [details] = metadata.get(detailsKey);
  return Buffer.isBuffer(details) ? (JSON.parse(details.toString('utf8')) as unknown) : undefined;
}
