import { when, type Model, type Numbers } from './explore';

const orders = 2;
const mostSeen = 12;

/** Pending orders whose processor may be away for any time, and the messages that the queue holds of them. */
interface Depth extends Numbers {
  pending: number;
  queue: number;
  isAway: number;
}

/** Publishing again, or without rule 14: also while the queue holds messages. */
export const queueModel = (publishesAlways = false): Model<Depth> => ({
  starts: [{ pending: orders, queue: orders, isAway: 0 }],
  steps: (state) => {
    const { pending, queue, isAway } = state;
    const mayPublish = pending > 0 && queue < mostSeen && (queue === 0 || publishesAlways);
    const settled = { ...state, queue: queue - 1, pending: Math.max(0, pending - 1) };
    return [
      ...when(isAway === 0, 'the processor goes away', { ...state, isAway: 1 }),
      ...when(isAway === 1, 'the processor comes back', { ...state, isAway: 0 }),
      ...when(queue > 0, 'the queue is lost', { ...state, queue: 0 }),
      ...when(queue > 0 && isAway === 0, 'a message is settled', settled),
      ...when(mayPublish, 'what is pending is published again', { ...state, queue: queue + pending }),
    ];
  },
  problem: ({ queue }) =>
    queue > orders ? `${String(queue)} messages are queued for ${String(orders)} orders` : undefined,
});
