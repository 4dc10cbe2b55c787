// What the bench asks of the load generator, and what that answers; plain data, for they are two processes.

export interface Shot {
  method: 'GET' | 'POST';
  path: string;
  token?: string;
  body?: object;
}

export interface Load {
  port: number;
  connections: number;
  seconds: number;
  /** Sent before the clock starts, so that no connection is cold. */
  warmSeconds: number;
  /** Taken in turn, each connection from a place of its own. */
  shots: Shot[];
  /** The status of an accepted answer. */
  accepted: number;
  /** Sends each request under an idempotency key of its own. */
  hasKeys?: boolean;
  /** Sends on each connection at most once in this time. */
  everyMs?: number;
  /** Answers when each order was acknowledged. */
  notesOrders?: boolean;
}

export interface LoadResult {
  accepted: number;
  /** Answers of any other status, by status; 0 is no answer. */
  refused: Record<string, number>;
  seconds: number;
  acceptedPerSecond: number;
  p50: number;
  p95: number;
  p99: number;
  /** Processor seconds of the load generator. */
  cpuSeconds: number;
  /** Order ids with the time of their 201, in milliseconds since the epoch. */
  acknowledged: [string, number][];
}
