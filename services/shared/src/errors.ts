/** What kind of failure it is; each transport has a table that translates these. */
export type ErrorKind =
  | 'INVALID'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'CONFLICT'
  | 'ILLEGAL_STATE'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'OVERLOADED'
  | 'UNAVAILABLE';

export interface ErrorFacts {
  /** A stable upper-snake-case word that clients may rely on. */
  code: string;
  /** One sentence for people. */
  message: string;
  /** JSON that a client can act on. */
  details?: unknown;
  cause?: unknown;
}

/** An expected failure: its code, message and details may be shown to the caller. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly details: unknown;

  constructor(kind: ErrorKind, { code, message, details, cause }: ErrorFacts) {
    super(message, { cause });
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}

/** A dependency is unavailable or too slow; the same request may be sent again. */
export const unavailable = (message: string, cause?: unknown) =>
  new DomainError('UNAVAILABLE', { code: 'UNAVAILABLE', message, cause });

/** More is waiting than can be answered in time. */
export const overloaded = (message: string) => new DomainError('OVERLOADED', { code: 'UNAVAILABLE', message });

/** The cursor of a list is not one that the list has given out. */
export const invalidCursor = () =>
  new DomainError('INVALID', {
    code: 'VALIDATION_FAILED',
    message: 'the cursor is not valid',
    details: [{ path: 'cursor', message: 'is not a cursor of this list' }],
  });
