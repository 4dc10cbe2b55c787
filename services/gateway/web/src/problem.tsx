import type { ApiError } from './api-error';
import { Copyable } from './copyable';
import { errorText } from './error-text';

export interface ProblemProps {
  error: ApiError | undefined;
  nameOf?: (productId: string) => string;
  again?: () => void;
}

/** What went wrong, in plain words, with the ids that an operator asks for. */
export function Problem({ error, nameOf, again }: ProblemProps) {
  if (!error) return null;
  return (
    <div class="problem" role="alert">
      {errorText(error, nameOf).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {again && error.isTransient && (
        <button type="button" class="plain" onClick={again}>
          Try again
        </button>
      )}
      {error.requestId && (
        <p class="ids">
          Request <Copyable text={error.requestId} what="request id" />
        </p>
      )}
      {error.traceId && (
        <p class="ids">
          Trace <Copyable text={error.traceId} what="trace id" />
        </p>
      )}
    </div>
  );
}
