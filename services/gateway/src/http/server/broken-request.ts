import { STATUS_CODES } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { failureBody, httpStatusOf, type ErrorCode } from './answer';

interface Explanation {
  code: ErrorCode;
  message: string;
}

const explanations: Record<string, Explanation> = {
  ERR_HTTP_REQUEST_TIMEOUT: { code: 'REQUEST_TIMEOUT', message: 'the request did not arrive in time' },
  HPE_HEADER_OVERFLOW: { code: 'HEADERS_TOO_LARGE', message: 'the headers are too large' },
};
const malformed: Explanation = { code: 'MALFORMED_REQUEST', message: 'this is not HTTP' };

/** Answers what never became a request, in the envelope of all failures, and ends the connection. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { code, message } = explanations[error.code ?? ''] ?? malformed;
  const requestId = randomUUID();
  const body = JSON.stringify({ ...failureBody({ code, message }), requestId });
  const status = httpStatusOf[code];
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
