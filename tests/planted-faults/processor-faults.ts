import { buyerIsGone } from '@orders/processor/mail/ledger-entry';
import { createSendMail } from '@orders/processor/mail/send-mail';
import { createSendPendingMails } from '@orders/processor/mail/send-pending-mails';
import { createSettlePlacedOrders } from '@orders/processor/settle/settle-placed-orders';
import { createBatchWork } from '@orders/shared/queue-messages';
import { createLedger, newMail } from '../simulation/ledger-database';
import type { SimulatorFault } from './planted-fault';

export const processorFaults: SimulatorFault[] = [
  {
    name: 'A message is deleted before its order is settled',
    parts: {
      createBatchWork: (needs) => async (received) => {
        if (received.length === 0) return;
        await needs.outcomeWriter.write(
          received,
          received.map(() => ({ kind: 'done' })),
        );
        await createBatchWork(needs)(received);
      },
    },
  },
  {
    name: 'The mail is recorded after the order is settled',
    parts: {
      createSettlePlacedOrders: (needs) => async (placed) => {
        const recordsNothing = { recordPendingMails: () => Promise.resolve() };
        const settlements = await createSettlePlacedOrders({ ...needs, ledger: recordsNothing })(placed);
        await needs.ledger.recordPendingMails(placed);
        return settlements;
      },
    },
  },
  {
    name: 'The mail of an order that an operator failed is never recorded',
    parts: {
      createSettlePlacedOrders: (needs) => async (placed) => {
        const commit: typeof needs.inventory.commit = async (orderIds) =>
          (await needs.inventory.commit(orderIds)).map((outcome) => (outcome === 'released' ? 'not held' : outcome));
        const settlements = await createSettlePlacedOrders({ ...needs, inventory: { commit } })(placed);
        return settlements.map((settlement) =>
          settlement.outcome === 'not held' ? { outcome: 'settled', status: 'Cancelled' } : settlement,
        );
      },
    },
  },
  {
    name: 'A second message resets a mail that was sent',
    parts: {
      createLedger: (run) => ({
        ...createLedger(run),
        recordPendingMails: (placed) =>
          run('record pending mails, whatever is recorded', (mails, now) => {
            for (const order of placed) mails.set(order.orderId, newMail(order, now));
          }),
      }),
    },
  },
  {
    name: 'A mail is sent without a claim',
    parts: {
      createSendMail: (needs) =>
        createSendMail({ ...needs, ledger: { ...needs.ledger, claim: () => Promise.resolve(1) } }),
    },
  },
  {
    name: 'A claim ends before a slow mail is sent',
    parts: {
      createSendMail: (needs) => createSendMail({ ...needs, leaseMs: 20, longestSendMs: 0 }),
    },
  },
  {
    name: 'A mail is sent before its order is final',
    parts: {
      createSendPendingMails: (needs) => {
        const find: typeof needs.orders.find = async (orderIds) =>
          (await needs.orders.find(orderIds)).map((order) =>
            order.status === 'Pending' ? { ...order, status: 'Processed' } : order,
          );
        return createSendPendingMails({ ...needs, orders: { find } });
      },
    },
  },
  {
    name: 'A buyer whom auth does not answer for counts as erased',
    parts: {
      createSendPendingMails: (needs) =>
        createSendPendingMails({ ...needs, buyers: { find: (ids) => needs.buyers.find(ids).catch(() => []) } }),
    },
  },
  {
    name: 'The mail of an erased buyer waits for ever',
    parts: {
      createSendPendingMails: (needs) => {
        const finish: typeof needs.ledger.finish = async (mails) => {
          const erased = mails.filter(({ reason }) => reason === buyerIsGone);
          await needs.ledger.postpone(erased.map(({ orderId }) => ({ orderId, delayMs: 1_000 })));
          return needs.ledger.finish(mails.filter(({ reason }) => reason !== buyerIsGone));
        };
        return createSendPendingMails({ ...needs, ledger: { ...needs.ledger, finish } });
      },
    },
  },
];
