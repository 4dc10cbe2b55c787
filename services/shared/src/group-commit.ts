import { overloaded } from './errors';
import { groupCommitRequests } from './metrics';
import { currentTraceparent, outsideRequest } from './request-context';
import { linkSpan, withSpan } from './span';
import { currentWrites, noteWrite, watchWrites, type Writes } from './writes';

export interface GroupCommitOptions<Request, Answer> {
  /** What is done together, for metrics and traces: `reserve`, `publish`. */
  name?: string;
  /** Writes a whole batch and answers each request at its place. A rejection goes to every caller of the batch. */
  commit: (requests: Request[]) => Promise<Answer[]>;
  /** Requests that one commit takes at most. */
  maxBatch: number;
  /** Requests that may wait; one more is rejected at once. */
  maxWaiting: number;
  /**
   * How many commits may run at once; 1 keeps the order of arrival. While one runs, another starts only with a full
   * batch, because two half batches cost nearly twice as much as one.
   */
  concurrency?: number;
  /** Runs work at the end of the present turn of the event loop; setImmediate where it is not given. */
  nextTurn?: NextTurn;
}

export type NextTurn = (work: () => void) => void;

interface Waiting<Request, Answer> {
  request: Request;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
  /** The trace of the caller. */
  traceparent: string | undefined;
  /** Where the caller learns that the batch has sent a write. */
  writes: Writes | undefined;
  /** Links it to the batch that the request became part of. */
  linkTo: (batch: string | undefined) => void;
}

/**
 * Lets requests that arrive together share one commit. The batch is what came while the last one was being written,
 * so a single request does not wait. Rejects with OVERLOADED when too many are waiting.
 */
export function createGroupCommit<Request, Answer>(options: GroupCommitOptions<Request, Answer>) {
  const { name = 'other', commit, maxBatch, maxWaiting, concurrency = 1, nextTurn = setImmediate } = options;
  let waiting: Waiting<Request, Answer>[] = [];
  let running = 0;
  let scheduled = false;

  const submit = (request: Request): Promise<Answer> => {
    if (waiting.length >= maxWaiting) return Promise.reject(overloaded('too many requests are waiting'));
    return withSpan(`wait for ${name}`, {}, (span) => {
      const linkTo = (batch: string | undefined) => linkSpan(span, batch);
      return new Promise<Answer>((resolve, reject) => {
        const caller = { traceparent: currentTraceparent(), writes: currentWrites() };
        waiting.push({ request, resolve, reject, ...caller, linkTo });
        schedule();
      });
    });
  };

  /** Accepts all of them or none; the answers are in the order of the requests. */
  const submitAll = (requests: Request[]): Promise<Answer[]> => {
    if (waiting.length + requests.length > maxWaiting)
      return Promise.reject(overloaded('too many requests are waiting'));
    return Promise.all(requests.map(submit));
  };

  // Waits for the end of the current turn of the event loop, so that requests from one read of a socket share a commit.
  function schedule(): void {
    if (scheduled || running >= concurrency) return;
    scheduled = true;
    nextTurn(() => {
      scheduled = false;
      while (running < concurrency && waiting.length >= (running === 0 ? 1 : maxBatch)) void runBatch();
    });
  }

  async function runBatch(): Promise<void> {
    const batch = waiting.slice(0, maxBatch);
    waiting = waiting.slice(maxBatch);
    const writes = { wereSent: false };
    running += 1;
    try {
      groupCommitRequests.observe({ batch: name }, batch.length);
      const answers = await outsideRequest(() => watchWrites(writes, () => commitTogether(batch))).finally(() => {
        if (writes.wereSent) for (const caller of batch) noteWrite(caller.writes);
      });
      batch.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      running -= 1;
      if (waiting.length > 0) schedule();
    }
  }

  /** The span of a batch stands in the trace of its first request; the others are linked with it, both ways. */
  const commitTogether = (batch: Waiting<Request, Answer>[]): Promise<Answer[]> => {
    const [first, ...others] = batch.map(({ traceparent }) => traceparent);
    const facts = { parent: { traceparent: first }, links: others, attributes: { 'batch.size': batch.length } };
    return withSpan(name, facts, (span) => {
      if (span) for (const { linkTo } of batch) linkTo(currentTraceparent());
      return commit(batch.map(({ request }) => request));
    });
  };

  return { submit, submitAll };
}

export type GroupCommit<Request, Answer> = ReturnType<typeof createGroupCommit<Request, Answer>>;
