/** The start of the document: what all calls have in common, a guide a topic. */
export const apiGuides = `
Place orders, follow and cancel them. Requests and answers are JSON. A success is \`{"success": true, ...}\`; every answer
carries \`X-Request-Id\`, taken from the request when it is 1 to 128 of \`A-Z a-z 0-9 . _ -\`. A request is answered within 5 s; a stream begins within them.

# Sign in

\`\`\`sh
curl localhost:3000/api/auth/login -H 'Content-Type: application/json' \\
  -d '{"email": "ada@example.org", "password": "correct horse battery"}'
\`\`\`

The answer has a \`token\` for \`Authorization: Bearer <token>\`, good for 15 minutes, and a \`refreshToken\`. Browsers get both as
cookies and need no header; a request with a cookie that changes something must come from a page of this origin.

\`POST /api/auth/refresh\` exchanges the refresh token for a new pair. It is spent by that: for 10 s it gives another pair, so that
two tabs do not sign each other out; used later it ends the session, for somebody else may have it.

# Repeat a request safely

Send an \`Idempotency-Key\` of your own, such as a new UUID, with each order:

\`\`\`sh
curl localhost:3000/api/order -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  -H 'Idempotency-Key: 0d2f1c7e-93f5-4a51-8a5c-6f2b7e1c4d90' \\
  -d '{"items": [{"productId": "prod1", "quantity": 2}]}'
\`\`\`

When the answer is lost, send the same again: the same key and items give the same order, with \`Idempotent-Replayed: true\`. The
same key with other items is refused with \`IDEMPOTENCY_KEY_REUSED\`. A refusal is not remembered: the key may be tried again.

# Read page by page

Lists take \`limit\` (1 to 100) and \`cursor\`. As long as \`nextCursor\` is not null there is more: send it as the \`cursor\` of the
next request, with the same filters. A cursor is opaque, and stays good while entries are added.

# Follow an order

An order is \`Pending\`, then \`Processed\`, \`Failed\` or \`Cancelled\` for good. Follow it with server-sent events:

\`\`\`js
const events = new EventSource('/api/order/' + orderId + '/events');
events.addEventListener('status', ({ data }) => show(JSON.parse(data).status));
\`\`\`

The current status comes first, then each change; the stream ends after a final one. An \`EventSource\` reconnects by itself and
stops then, for it is answered 204. Without a browser: \`curl -N\`, or read the order again from time to time.

# Handle errors

\`\`\`json
{
  "success": false,
  "message": "not enough stock",
  "code": "OUT_OF_STOCK",
  "details": [{ "productId": "prod3", "requested": 2, "available": 0 }],
  "requestId": "3f0c6a4e-8f5b-4d0e-9a55-0d1c7c2b8e41"
}
\`\`\`

Programs should look at \`code\`, which never changes its meaning; \`message\` is for people. \`details\` says what to do about it, in
at most 20 entries: for \`VALIDATION_FAILED\` each problem with its path. Name the \`requestId\` when you ask for help. With
\`Accept: application/problem+json\` the same comes as a problem document (RFC 9457).

- 429 and 503 with \`Retry-After\`: nothing was done; send it again after that many seconds.
- Any other 4xx: sending the same again will not help. A body that is no JSON object is \`VALIDATION_FAILED\`.
- 503 \`OUTCOME_UNKNOWN\`, or no answer: the request may have taken effect. Look before you repeat it. A request with an
  \`Idempotency-Key\` gets \`UNAVAILABLE\` instead, because it may be sent again whatever happened.
`.trim();
