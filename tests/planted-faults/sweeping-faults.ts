import { createOutboxRelay } from '@orders/order/queue/outbox-relay';
import { createExpireReservations } from '@orders/order/use-cases/expire-reservations';
import { orderIn } from '../simulation/orders-database';
import { createOutbox } from '../simulation/outbox-database';
import { createTombstones } from '../simulation/tombstones-database';
import type { SimulatorFault } from './planted-fault';

/** Outboxes, publishing again, and the expiry of reservations. */
export const sweepingFaults: SimulatorFault[] = [
  {
    name: 'An outbox is written as a whole',
    parts: {
      createOutbox: (run) => ({
        ...createOutbox(run),
        remove: async (delivered) => {
          const left = await run('read outboxes', (documents) =>
            delivered.map(({ orderId, entryId }) => ({
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
          deliver: async (order, entry) => {
            await needs.outbox.remove([{ orderId: order.orderId, entryId: entry.id }]).catch(() => undefined);
            return relay.deliver(order, entry);
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
          findPending: (query) => (query.kind === 'release' ? Promise.resolve([]) : outbox.findPending(query)),
        };
      },
    },
  },
  {
    name: 'Nothing is ever published again',
    parts: { createOutbox: (run) => ({ ...createOutbox(run), findRepublishable: () => Promise.resolve([]) }) },
  },
  {
    name: 'A message that the queue accepted counts as arrived',
    parts: {
      createOutbox: (run) => {
        const outbox = createOutbox(run);
        return {
          ...outbox,
          remove: async (delivered) => {
            await outbox.remove(delivered);
            await run('stop publishing again', (documents) => {
              for (const { orderId } of delivered) {
                const { republishAt: _, ...document } = orderIn(documents, orderId) ?? {};
                if ('_id' in document) documents.set(orderId, document);
              }
            });
          },
        };
      },
    },
  },
  {
    name: 'A reservation expires without a tombstone',
    parts: {
      createExpireReservations: (needs) =>
        createExpireReservations({
          ...needs,
          tombstones: { ...needs.tombstones, writeTombstones: (attempts) => Promise.resolve(attempts) },
        }),
    },
  },
  {
    name: 'A reservation expires though its order is stored',
    parts: {
      createExpireReservations: (needs) => {
        const asTheyAre = <T>(attempts: T) => Promise.resolve(attempts);
        return createExpireReservations({
          ...needs,
          tombstones: { findOrphans: asTheyAre, writeTombstones: asTheyAre },
        });
      },
    },
  },
  {
    name: 'A tombstone is written over an order that was stored meanwhile',
    parts: {
      createTombstones: (run) => ({
        ...createTombstones(run),
        writeTombstones: (attempts) =>
          run('write tombstones over anything', (documents) => {
            const at = new Date(0);
            for (const { orderId, epoch } of attempts)
              documents.set(orderId, { _id: orderId, void: true, epoch, at, purgeAt: at });
            return attempts;
          }),
      }),
    },
  },
];
