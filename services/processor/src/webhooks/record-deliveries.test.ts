import type { NewDelivery } from './delivery';
import { createRecordDeliveries, webhookListMs } from './record-deliveries';
import type { Webhook } from './webhook';

const placed = (orderId: string) => ({ orderId, requestId: 'request', traceparent: 'trace' });
const webhook = (facts: Partial<Webhook> = {}): Webhook => ({
  webhookId: 'w',
  url: 'https://receiver.example',
  events: ['order.placed'],
  enabled: true,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...facts,
});

function aRecorder(list: Webhook[]) {
  const state = { list, reads: 0, nowMs: 0, isDown: false, woken: 0 };
  const recorded: NewDelivery[] = [];
  const record = createRecordDeliveries({
    webhooks: {
      list: () => {
        state.reads += 1;
        return state.isDown ? Promise.reject(new Error('the database is unavailable')) : Promise.resolve(state.list);
      },
    },
    deliveries: {
      record: (deliveries) => {
        recorded.push(...deliveries);
        return Promise.resolve();
      },
    },
    onRecorded: () => {
      state.woken += 1;
    },
    monotonicMs: () => state.nowMs,
  });
  return { record, recorded, state };
}

test('without webhooks nothing is written, and the list is read once for all orders of half a second', async () => {
  const { record, recorded, state } = aRecorder([webhook({ enabled: false })]);

  await Promise.all([record([placed('a')]), record([placed('b')])]);
  state.nowMs = webhookListMs - 1;
  await record([placed('c')]);

  expect(state.reads).toBe(1);
  expect([recorded, state.woken]).toEqual([[], 0]);
});

test('a webhook is found once the list is old', async () => {
  const { record, recorded, state } = aRecorder([]);
  await record([placed('a')]);
  state.list = [webhook()];
  state.nowMs = webhookListMs;

  await record([placed('b')]);

  expect(recorded.map(({ orderId }) => orderId)).toEqual(['b']);
  expect(state.woken).toBe(1);
});

test('a list that could not be read is not kept', async () => {
  const { record, recorded, state } = aRecorder([webhook()]);
  state.isDown = true;
  await expect(record([placed('a')])).rejects.toThrow('unavailable');
  state.isDown = false;

  await record([placed('a')]);

  expect(recorded).toHaveLength(1);
});
