import { when, type Model, type Numbers, type Step } from './explore';

const [first, final] = [1, 2];

/** The revisions of an order: in the database, in the cache, in a cache write that has not arrived, and read last. */
interface Cached extends Numbers {
  stored: number;
  cached: number;
  writing: number;
  seen: number;
  /** Whether the reader saw an older revision after a newer one. */
  wentBack: number;
}

/** Reads through the cache; without rule 15 any cached order is answered. */
export const cacheModel = (answersAny = false): Model<Cached> => ({
  starts: [{ stored: first, cached: 0, writing: 0, seen: 0, wentBack: 0 }],
  steps: (state) => {
    const { stored, cached, writing, seen, wentBack } = state;
    const isHit = cached === final || (answersAny && cached > 0);
    const read = isHit ? cached : stored;
    const back = read < seen ? 1 : wentBack;
    const written = answersAny ? writing : Math.max(cached, writing);
    return [
      { name: `the reader is answered revision ${String(read)}`, to: { ...state, seen: read, wentBack: back } },
      ...when(stored === first, 'the order becomes final', { ...state, stored: final }),
      ...when(writing === 0, 'a cache write begins', { ...state, writing: stored }),
      ...when(writing > 0, `revision ${String(writing)} is cached`, { ...state, cached: written, writing: 0 }),
      ...when(cached > 0, 'the cache expires', { ...state, cached: 0 }),
    ];
  },
  problem: ({ wentBack }) => (wentBack === 1 ? 'an older revision after a newer one' : undefined),
});

export type WithoutInWatching = 'subscribing first' | 'reading again' | undefined;

/** A watcher of one order, whose subscription may break at any moment. */
interface Watched extends Numbers {
  stored: number;
  sent: number;
  isSubscribed: number;
  /** Whether it was notified to read again. */
  isNotified: number;
  hasRead: number;
  breaks: number;
}

/** Watching until the final status, if need be without a part of rule 16. */
export const watchModel = (without?: WithoutInWatching): Model<Watched> => ({
  starts: [{ stored: first, sent: 0, isSubscribed: 0, isNotified: 0, hasRead: 0, breaks: 0 }],
  steps: (state) => watchSteps(state, without),
  problem: (state) => {
    const isStuck = watchSteps(state, without).length === 0;
    return isStuck && state.sent < final ? 'the watcher waits for ever for the final status' : undefined;
  },
});

function watchSteps(state: Watched, without: WithoutInWatching): Step<Watched>[] {
  const readsFirst = without === 'subscribing first';
  const { stored, sent, isSubscribed } = state;
  const ended = { ...state, stored: final, isNotified: isSubscribed };
  // After a break all watchers are notified, for changes may have been missed.
  const again = { ...state, isSubscribed: 1, isNotified: without === 'reading again' ? 0 : 1, breaks: 2 };
  const broken = { ...state, isSubscribed: 0, isNotified: 0, breaks: 1 };
  return [
    ...when(stored === first, 'the order becomes final', ended),
    ...when(canSubscribe(state, readsFirst), 'the watcher subscribes', { ...state, isSubscribed: 1 }),
    ...when(canRead(state, readsFirst), 'the watcher reads', { ...state, hasRead: 1, sent: stored }),
    ...when(isWoken(state), 'the watcher reads again', { ...state, isNotified: 0, sent: Math.max(sent, stored) }),
    ...when(canBreak(state, readsFirst), 'the subscription breaks', broken),
    ...when(state.breaks === 1, 'the subscription opens again', again),
  ];
}

const canSubscribe = ({ isSubscribed, breaks, hasRead }: Watched, readsFirst: boolean) =>
  isSubscribed === 0 && breaks === 0 && (!readsFirst || hasRead === 1);

const canRead = ({ hasRead, isSubscribed }: Watched, readsFirst: boolean) =>
  hasRead === 0 && (readsFirst || isSubscribed === 1);

const isWoken = ({ hasRead, isNotified }: Watched) => hasRead === 1 && isNotified === 1;

const canBreak = ({ isSubscribed, breaks }: Watched, readsFirst: boolean) =>
  isSubscribed === 1 && breaks === 0 && !readsFirst;
