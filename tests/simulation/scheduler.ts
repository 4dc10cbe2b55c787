/** Virtual time: instead of waiting, it jumps to the next event that is due. */
export interface Scheduler {
  /** Milliseconds since the start. */
  now: () => number;
  after: (milliseconds: number, work: () => void) => void;
  /** Runs events until `isDone` or the time is over; returns whether it was done. */
  runUntil: (isDone: () => boolean, endsAt: number) => Promise<boolean>;
}

interface Due {
  at: number;
  place: number;
  work: () => void;
}

export function createScheduler(): Scheduler {
  const heap: Due[] = [];
  let now = 0;
  let places = 0;

  return {
    now: () => now,
    after: (milliseconds, work) => {
      places += 1;
      push(heap, { at: now + Math.max(0, milliseconds), place: places, work });
    },
    runUntil: async (isDone, endsAt) => {
      while (!isDone()) {
        const due = heap[0];
        if (!due || due.at > endsAt) return false;
        pop(heap);
        now = due.at;
        due.work();
        await allContinuations();
      }
      return true;
    },
  };
}

// A tick requested in a promise's continuation runs when no other continuation is left: everything that the event started
// has then run as far as it can.
const allContinuations = () =>
  new Promise<void>((resolve) => {
    queueMicrotask(() => process.nextTick(resolve));
  });

const isBefore = (left: Due, right: Due) => left.at < right.at || (left.at === right.at && left.place < right.place);

function push(heap: Due[], due: Due): void {
  let place = heap.length;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (isBefore(heap[parent]!, due)) break;
    heap[place] = heap[parent]!;
    place = parent;
  }
  heap[place] = due;
}

function pop(heap: Due[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
    if (isBefore(last, heap[child]!)) break;
    heap[place] = heap[child]!;
    place = child;
  }
  heap[place] = last;
}
