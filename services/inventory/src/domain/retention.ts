const dayMs = 86_400_000;

/**
 * How long a reservation that is over is kept. A late message may come 14 days after it was sent and 30 days after a
 * redrive, and the fences against late orders (45 days) must go first.
 */
export const reservationRetentionMs = 60 * dayMs;

/** How long the answer to an operation on the catalogue is kept: far longer than anyone goes on retrying it. */
export const operationRetentionMs = dayMs;
