import { overloaded } from './errors';
import { groupCommitRequests } from './metrics';
import { currentTraceparent, outsideRequest } from './request-context';
import { linkSpan, withSpan } from './span';
import { currentWrites, noteWrite, watchWrites, type Writes } from './writes';

export interface GroupCommitOptions<Request, Answer> {
  /** What is done together, for metrics and traces: `reserve`, `publish`. */
  name?: string;
  /** Whether waiting and committing are spans of their own; true unless it is said. */
  isTraced?: boolean;
  /**
   * Writes a whole batch and answers each request at its place, with a promise where its answer comes later. A rejection
   * goes to every caller of the batch.
   */
  commit: (requests: Request[], batch: Batch) => Promise<(Answer | Promise<Answer>)[]>;
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
  /** When a request is answered without its batch, and with what; without it all wait for theirs. */
  leaving?: {
    answer: Answer;
    /** While nothing was done for it. */
    at: (request: Request) => number;
    /** From a sealed batch, which may do it all the same, so that its caller learns of a write; else nobody leaves one. */
    fromSealedAt?: (request: Request) => number;
  };
  /** Whether an answer says that nothing was done for its request, though its batch has sent a write. */
  isNothingDone?: (answer: Answer) => boolean;
}

/** A batch that is being written, as its commit sees it. */
export interface Batch {
  /** Whether the request at this place was answered without it: nothing may be done for it, unless the batch was sealed. */
  hasLeft: (index: number) => boolean;
  /** Called before something is written that cannot be taken back: from now on nobody learns that nothing was done. */
  seal: () => void;
}

export type NextTurn = (work: () => void) => void;

interface Waiting<Request, Answer> {
  request: Request;
  resolve: (answer: Answer | Promise<Answer>) => void;
  reject: (reason: unknown) => void;
  /** The trace of the caller. */
  traceparent: string | undefined;
  /** Where the caller learns that the batch has sent a write. */
  writes: Writes | undefined;
  hasLeft: boolean;
  isSealed: boolean;
  /** Links it to the batch that the request became part of. */
  linkTo: (batch: string | undefined) => void;
}

/**
 * Lets requests that arrive together share one commit. The batch is what came while the last one was being written,
 * so a single request does not wait. Rejects with OVERLOADED when too many are waiting.
 */
export function createGroupCommit<Request, Answer>(options: GroupCommitOptions<Request, Answer>) {
  const { name = 'other', maxBatch, maxWaiting, concurrency = 1, nextTurn = setImmediate } = options;
  let waiting: Waiting<Request, Answer>[] = [];
  const batches = new Set<Waiting<Request, Answer>[]>();
  let scheduled = false;

  const submit = (request: Request): Promise<Answer> => {
    if (waiting.length >= maxWaiting) return Promise.reject(overloaded('too many requests are waiting'));
    return spanOf(options)(`wait for ${name}`, {}, (span) => {
      const linkTo = (batch: string | undefined) => linkSpan(span, batch);
      return new Promise<Answer>((resolve, reject) => {
        const caller = { traceparent: currentTraceparent(), writes: currentWrites() };
        waiting.push({ request, resolve, reject, ...caller, hasLeft: false, isSealed: false, linkTo });
        schedule();
        letLateOnesLeave();
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
    if (scheduled || batches.size >= concurrency) return;
    scheduled = true;
    nextTurn(() => {
      scheduled = false;
      while (batches.size < concurrency && waiting.length >= (batches.size === 0 ? 1 : maxBatch)) void runBatch();
    });
  }

  function runBatch(): Promise<void> {
    const batch = waiting.slice(0, maxBatch);
    waiting = waiting.slice(maxBatch);
    batches.add(batch);
    groupCommitRequests.observe({ batch: name }, batch.length);
    const seal = () => {
      for (const caller of batch) caller.isSealed = true;
    };
    const end = () => {
      batches.delete(batch);
      if (waiting.length > 0) schedule();
    };
    return outsideRequest(() => commitBatch(options, batch, { seal, end }));
  }

  const letLateOnesLeave = watchDeadlines(options.leaving, () => {
    waiting = waiting.filter(({ hasLeft }) => !hasLeft);
    return [waiting, ...batches].flat();
  });

  return { submit, submitAll };
}

interface BatchEvents {
  seal: () => void;
  /** Called in the same turn in which the callers get their answers. */
  end: () => void;
}

/** Never rejects: each caller has its own answer, and learns whether something was written for it. */
async function commitBatch<Request, Answer>(
  options: GroupCommitOptions<Request, Answer>,
  batch: Waiting<Request, Answer>[],
  { seal, end }: BatchEvents,
): Promise<void> {
  const writes = { wereSent: false };
  const notify = (caller: Waiting<Request, Answer>) => {
    if (writes.wereSent && !caller.hasLeft) noteWrite(caller.writes);
  };
  try {
    const answers = await watchWrites(writes, () => commitInSpan(options, batch, seal));
    batch.forEach((caller, index) => {
      const answer = answers[index] as Answer;
      if (!options.isNothingDone?.(answer)) notify(caller);
      caller.resolve(answer);
    });
  } catch (error) {
    batch.forEach(notify);
    for (const { reject } of batch) reject(error);
  } finally {
    end();
  }
}

/** The span of a batch stands in the trace of its first request; the others are linked with it, both ways. */
function commitInSpan<Request, Answer>(
  options: GroupCommitOptions<Request, Answer>,
  batch: Waiting<Request, Answer>[],
  seal: () => void,
): Promise<(Answer | Promise<Answer>)[]> {
  const { name = 'other', commit } = options;
  const [first, ...others] = batch.map(({ traceparent }) => traceparent);
  const facts = { parent: { traceparent: first }, links: others, attributes: { 'batch.size': batch.length } };
  const hasLeft = (index: number) => batch[index]?.hasLeft === true;
  return spanOf(options)(name, facts, (span) => {
    if (span) for (const { linkTo } of batch) linkTo(currentTraceparent());
    return commit(
      batch.map(({ request }) => request),
      { hasLeft, seal },
    );
  });
}

const withoutSpan: typeof withSpan = (_name, _facts, work) => work();
const spanOf = ({ isTraced = true }: { isTraced?: boolean }) => (isTraced ? withSpan : withoutSpan);

const lookEveryMs = 50;

/** Answers those whose time is over; looks at all of them now and then, which costs less than a timer for each. */
function watchDeadlines<Request, Answer>(
  leaving: GroupCommitOptions<Request, Answer>['leaving'],
  pending: () => Waiting<Request, Answer>[],
): () => void {
  let isWatching = false;
  const timeOf = ({ request, isSealed }: Waiting<Request, Answer>) =>
    (isSealed ? leaving?.fromSealedAt : leaving?.at)?.(request) ?? Infinity;
  const watch = () => {
    if (!leaving || isWatching) return;
    isWatching = true;
    setTimeout(() => {
      isWatching = false;
      const now = Date.now();
      for (const caller of pending()) {
        if (caller.hasLeft || timeOf(caller) > now) continue;
        caller.hasLeft = true;
        if (caller.isSealed && caller.writes) noteWrite(caller.writes);
        caller.resolve(leaving.answer);
      }
      if (pending().length > 0) watch();
    }, lookEveryMs);
  };
  return watch;
}

export type GroupCommit<Request, Answer> = ReturnType<typeof createGroupCommit<Request, Answer>>;
