import type { ApiError } from '../api/api-error';
import { errorText } from '../api/error-text';
import { Copyable } from './copyable';

export interface ProblemProps {
  error: ApiError | undefined;
  again?: () => void;
}

/** What went wrong, in plain words; the ids that an operator asks for are folded away. */
export function Problem({ error, again }: ProblemProps) {
  if (!error) return null;
  return (
    <div class="problem" role="alert">
      {errorText(error).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {error.code === 'OUTCOME_UNKNOWN' && <a href="#/orders">Look at your orders</a>}
      {again && error.isTransient && (
        <button type="button" class="plain" onClick={again}>
          Try again
        </button>
      )}
      <Ids error={error} />
    </div>
  );
}

function Ids({ error: { code, requestId, traceId } }: { error: ApiError }) {
  if (!requestId && !traceId) return null;
  return (
    <details>
      <summary>Details</summary>
      <p>{code}</p>
      {requestId && (
        <p>
          Request <Copyable text={requestId} what="request id" />
        </p>
      )}
      {traceId && (
        <p>
          Trace <Copyable text={traceId} what="trace id" />
        </p>
      )}
    </details>
  );
}
