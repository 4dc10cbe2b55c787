// The time limits of requests and of calls between processes, from the outside in: each leaves time for what happens around it.

/** A client of the REST API has its answer within 5 s, the way to it included. */
export const requestAnswerMs = 4_700;

/** An import of products, which takes as long as its upload and its lines do. */
export const importAnswerMs = 60_000;

/** A reader of an answer without an end in sight that takes nothing of it for so long has gone. */
export const unreadAnswerMs = 30_000;

/** A request must have arrived while there is still time to answer it. */
export const requestArrivalMs = 4_600;

/** The deadline of a request, from the gateway down; the time after it is for the answer. */
export const requestDeadlineMs = 4_500;

/** A call between services; a caller with a deadline waits no longer than that either. */
export const serviceCallMs = 3_000;

/** Time that a service reserves before its caller's deadline for its own write after a call. */
export const lastWriteMs = 500;

/** Looking through a queue within a request; putting the messages back and the answer come after it. */
export const queueScanMs = 2_500;

/** Time before a caller's deadline in which it can still learn that nothing was done for its call. */
export const lateAnswerMs = 300;

/** A call that runs beside requests, such as fetching signing keys, and is soon repeated. */
export const backgroundCallMs = 2_000;

/** A page of an audit, which nobody waits for. */
export const auditCallMs = 10_000;

/** A ping of another service; less than a readiness check may take. */
export const pingMs = 500;

/** A readiness check; less than the 2 s that Kubernetes waits for a probe. */
export const readinessCheckMs = 1_000;

/** LocalStack's list of sent mails, which the development mailbox shows within a request. */
export const localStackCallMs = 4_000;

/** A send through SES; the lease of what is sent is far longer. */
export const sesSendMs = 5_000;

/** A ping of SES. */
export const sesPingMs = 3_000;

/** MongoDB: finding a primary, connecting, or waiting for a connection; work within the deadline of a request comes after it. */
export const mongoSelectionMs = 2_500;

/** MongoDB: a majority acknowledges a write within the deadline of a request, else its outcome is unknown. */
export const mongoWriteConcernMs = 4_000;

/** MongoDB: silence after which a connection counts as broken; audits and sweeps read longer than requests. */
export const mongoSocketMs = 10_000;

/** Redis is optional: without an answer in this time a request goes on without it. */
export const redisCommandMs = 250;

/** Connecting to Redis, SQS or SES. */
export const connectMs = 1_000;

/** A call to SQS, which may wait for messages up to 5 s. */
export const sqsCallMs = 10_000;

/** A receiver of a webhook answers within this time; the lease of what is sent is far longer. */
export const webhookPostMs = 10_000;
