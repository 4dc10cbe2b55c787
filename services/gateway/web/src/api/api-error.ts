export interface Failure {
  code: string;
  message: string;
  details?: unknown;
  requestId?: string;
  traceId?: string;
}

/** Why the API refused a request, or could not be reached. */
export class ApiError extends Error {
  readonly code: string;
  readonly details: unknown;
  readonly requestId: string | undefined;
  readonly traceId: string | undefined;
  readonly retryAfterSeconds: number;

  constructor(
    failure: Failure,
    { retryAfterSeconds = 1, cause }: { retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(failure.message, { cause });
    this.code = failure.code;
    this.details = failure.details;
    this.requestId = failure.requestId;
    this.traceId = failure.traceId;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  static from({ status, headers }: Pick<Response, 'status' | 'headers'>, answer: unknown): ApiError {
    const requestId = headers.get('X-Request-Id');
    const unreadable = { code: 'UNREADABLE', message: `answered ${status}`, ...(requestId && { requestId }) };
    const retryAfterSeconds = Number(headers.get('Retry-After') ?? 1);
    return new ApiError(isFailure(answer) ? answer : unreadable, { retryAfterSeconds });
  }

  /** The same request may be sent again; after OUTCOME_UNKNOWN only the user can tell. */
  get isTransient(): boolean {
    return transientCodes.has(this.code);
  }
}

const transientCodes = new Set(['UNREACHABLE', 'UNAVAILABLE', 'REQUEST_TIMEOUT']);

export const unreachable = (cause: unknown) =>
  new ApiError({ code: 'UNREACHABLE', message: 'the server cannot be reached' }, { cause });

/** Any error in a form that can be shown. */
export const toApiError = (error: unknown): ApiError =>
  error instanceof ApiError
    ? error
    : new ApiError({ code: 'PAGE_ERROR', message: 'this page has an internal error' }, { cause: error });

const isFailure = (answer: unknown): answer is Failure =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer;
