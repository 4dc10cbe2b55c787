import { createAttemptDelivery } from '@orders/processor/webhooks/attempt-delivery';
import type { Post } from '@orders/processor/webhooks/post-to-receiver';
import { createRecordDeliveries } from '@orders/processor/webhooks/record-deliveries';
import { createSendDeliveries } from '@orders/processor/webhooks/send-deliveries';
import { createSettlePlacedOrders } from '@orders/processor/settle/settle-placed-orders';
import { createDeliveries } from '../simulation/delivery-database';
import type { SimulatorFault } from './planted-fault';

const recordsNothing = () => Promise.resolve();

export const webhookFaults: SimulatorFault[] = [
  {
    name: 'Deliveries are recorded after the order is settled',
    parts: {
      createSettlePlacedOrders: (needs) => async (placed) => {
        const settlements = await createSettlePlacedOrders({ ...needs, recordDeliveries: recordsNothing })(placed);
        await needs.recordDeliveries(placed);
        return settlements;
      },
    },
  },
  {
    name: 'Settling does not wait until deliveries are recorded',
    parts: {
      createSettlePlacedOrders: (needs) =>
        createSettlePlacedOrders({
          ...needs,
          recordDeliveries: (placed) => {
            void needs.recordDeliveries(placed).catch(() => undefined);
            return Promise.resolve();
          },
        }),
    },
  },
  {
    name: 'An event is sent before its order is final',
    parts: {
      createSendDeliveries: (needs) => {
        const findJson: typeof needs.orders.findJson = async (orderIds) =>
          (await needs.orders.findJson(orderIds)).map((order) =>
            order.status === 'Pending' ? { ...order, status: 'Processed' } : order,
          );
        return createSendDeliveries({ ...needs, orders: { findJson } });
      },
    },
  },
  {
    name: 'A delivery has another id in each attempt',
    parts: {
      createAttemptDelivery: (needs) => {
        const post = ({ headers, ...rest }: Post) =>
          needs.post({ ...rest, headers: { ...headers, 'webhook-id': needs.newId() } });
        return createAttemptDelivery({ ...needs, post });
      },
    },
  },
  {
    name: 'A second message records deliveries under other ids',
    parts: {
      createRecordDeliveries: (needs) => {
        let copies = 0;
        return createRecordDeliveries({
          ...needs,
          deliveries: {
            record: (recorded) => {
              copies += 1;
              return needs.deliveries.record(
                recorded.map((one) => ({ ...one, deliveryId: `${one.deliveryId} ${String(copies)}` })),
              );
            },
          },
        });
      },
    },
  },
  {
    name: 'A delivery is marked as delivered before it is sent',
    parts: {
      createAttemptDelivery: (needs) => async (receiver, ready) => {
        const posts: Post[] = [];
        const post = (one: Post) => {
          posts.push(one);
          return Promise.resolve({ status: 204, response: '' });
        };
        const result = await createAttemptDelivery({ ...needs, post })(receiver, ready);
        for (const one of posts) await needs.post(one);
        return result;
      },
    },
  },
  {
    name: 'A delivery is sent without a claim',
    parts: {
      createAttemptDelivery: (needs) =>
        createAttemptDelivery({ ...needs, deliveries: { ...needs.deliveries, claim: () => Promise.resolve(true) } }),
    },
  },
  {
    name: 'A delivery that was refused is not tried again',
    parts: {
      createAttemptDelivery: (needs) =>
        createAttemptDelivery({
          ...needs,
          deliveries: {
            ...needs.deliveries,
            finish: (attempt) => needs.deliveries.finish({ ...attempt, status: 'delivered' }),
          },
        }),
    },
  },
  {
    name: 'A second message resets a delivery that was sent',
    parts: {
      createDeliveries: (run) => ({
        ...createDeliveries(run),
        record: (recorded) =>
          run('record deliveries, whatever is recorded', ({ deliveries }) => {
            for (const { deliveryId } of recorded) deliveries.delete(deliveryId);
          }).then(() => createDeliveries(run).record(recorded)),
      }),
    },
  },
  {
    name: 'The list of webhooks is never read again',
    parts: { createRecordDeliveries: (needs) => createRecordDeliveries({ ...needs, monotonicMs: () => 0 }) },
  },
];
