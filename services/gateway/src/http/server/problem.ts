/** The media type of failures in the form of RFC 9457, for callers that name it in `Accept`. */
export const problemMediaType = 'application/problem+json';

export interface FailureBody {
  success: false;
  message: string;
  code: string;
  details?: unknown;
  requestId?: string | undefined;
  traceId?: string | undefined;
}

/** The same failure as a problem document; `type` ends with the code. */
export const toProblem = ({ success: _success, message, ...facts }: FailureBody, status: number) => ({
  type: `/docs#${facts.code}`,
  title: titleOf(facts.code),
  status,
  detail: message,
  ...facts,
});

const titleOf = (code: string) => code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');
