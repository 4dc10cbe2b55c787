import { createOutboxRelay } from '@orders/order/queue/outbox-relay';
import { createExpireReservations } from '@orders/order/use-cases/expire-reservations';
import { orderIn } from '../simulation/orders-database';
import { createOutbox } from '../simulation/outbox-database';
import { createVoids } from '../simulation/voids-database';
import type { PlantedFault } from './planted-fault';

/** Outboxes, the sweep that publishes again, and the expiry. */
export const sweepingFaults: PlantedFault[] = [
  {
    name: 'An outbox is written as a whole',
    parts: {
      createOutbox: (run) => ({
        ...createOutbox(run),
        remove: async (owed) => {
          const left = await run('read outboxes', (documents) =>
            owed.map(({ orderId, entryId }) => ({
              orderId,
              outbox: orderIn(documents, orderId)?.outbox.filter(({ id }) => id !== entryId) ?? [],
            })),
          );
          await run('write outboxes', (documents) => {
            for (const { orderId, outbox } of left) {
              const document = orderIn(documents, orderId);
              if (document) documents.set(orderId, { ...document, outbox });
            }
          });
        },
      }),
    },
  },
  {
    name: 'An outbox entry is removed before its effect was acknowledged',
    parts: {
      createOutboxRelay: (needs) => {
        const relay = createOutboxRelay(needs);
        return {
          ...relay,
          relay: async (order, entry) => {
            await needs.outbox.remove([{ orderId: order.orderId, entryId: entry.id }]).catch(() => undefined);
            return relay.relay(order, entry);
          },
        };
      },
    },
  },
  {
    name: 'The sweep leaves releases behind',
    parts: {
      createOutbox: (run) => {
        const outbox = createOutbox(run);
        return {
          ...outbox,
          owedBefore: (query) => (query.kind === 'release' ? Promise.resolve([]) : outbox.owedBefore(query)),
        };
      },
    },
  },
  {
    name: 'Nothing is ever published again',
    parts: { createOutbox: (run) => ({ ...createOutbox(run), republishable: () => Promise.resolve([]) }) },
  },
  {
    name: 'A reservation expires without a Void',
    parts: {
      createExpireReservations: (needs) =>
        createExpireReservations({ ...needs, voids: { ...needs.voids, fence: (takings) => Promise.resolve(takings) } }),
    },
  },
  {
    name: 'A reservation expires though its order is stored',
    parts: {
      createExpireReservations: (needs) => {
        const asTheyAre = <T>(takings: T) => Promise.resolve(takings);
        return createExpireReservations({ ...needs, voids: { withoutOrder: asTheyAre, fence: asTheyAre } });
      },
    },
  },
  {
    name: 'A Void is written over an order that came meanwhile',
    parts: {
      createVoids: (run) => ({
        ...createVoids(run),
        fence: (takings) =>
          run('write Voids over anything', (documents) => {
            const at = new Date(0);
            for (const { orderId, epoch } of takings)
              documents.set(orderId, { _id: orderId, void: true, epoch, at, purgeAt: at });
            return takings;
          }),
      }),
    },
  },
];
