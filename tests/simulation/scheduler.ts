/** Virtual time: nothing waits, the next thing that is due simply happens. */
export interface Scheduler {
  /** Milliseconds since the start. */
  now: () => number;
  after: (milliseconds: number, work: () => void) => void;
  /** Lets things happen until the answer is yes or the time is over; says whether it was yes. */
  runUntil: (isEnough: () => boolean, endsAt: number) => Promise<boolean>;
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
    runUntil: async (isEnough, endsAt) => {
      while (!isEnough()) {
        const due = heap[0];
        if (!due || due.at > endsAt) return false;
        pop(heap);
        now = due.at;
        due.work();
        await everythingThatFollows();
      }
      return true;
    },
  };
}

// A tick that is asked for by a promise's continuation comes when no other continuation is left: all that an event set off
// has then run as far as it can.
const everythingThatFollows = () =>
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
