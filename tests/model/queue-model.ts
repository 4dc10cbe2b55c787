import { when, type Model, type Numbers } from './explore';

const orders = 2;
const maxDepth = 12;

/** Pending orders, their messages in the queue, and a processor that may be down for any time. */
interface Depth extends Numbers {
  pending: number;
  queue: number;
  isDown: number;
}

/** Publishing again, or without rule 14: also while the queue holds messages. */
export const queueModel = (publishesAlways = false): Model<Depth> => ({
  starts: [{ pending: orders, queue: orders, isDown: 0 }],
  steps: (state) => {
    const { pending, queue, isDown } = state;
    const canPublish = pending > 0 && queue < maxDepth && (queue === 0 || publishesAlways);
    const settled = { ...state, queue: queue - 1, pending: Math.max(0, pending - 1) };
    return [
      ...when(isDown === 0, 'the processor stops', { ...state, isDown: 1 }),
      ...when(isDown === 1, 'the processor starts again', { ...state, isDown: 0 }),
      ...when(queue > 0, 'the queue is lost', { ...state, queue: 0 }),
      ...when(queue > 0 && isDown === 0, 'a message is settled', settled),
      ...when(canPublish, 'pending orders are published again', { ...state, queue: queue + pending }),
    ];
  },
  problem: ({ queue }) =>
    queue > orders ? `${String(queue)} messages are queued for ${String(orders)} orders` : undefined,
});
