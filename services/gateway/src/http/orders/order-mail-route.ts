import { z } from 'zod';
import type { OrderClient } from '../../clients/order-client';
import type { ProcessorClient } from '../../clients/processor-client';
import { answer } from '../server/fields';
import { defineRoute, type Route } from '../server/route';
import { orderPath } from './order-schemas';

const orderMail = z
  .object({
    state: z.enum(['owed', 'sent', 'rejected', 'dropped']).meta({
      description: 'Owed until it is sent; rejected for good by the mail service; dropped where the order needs none.',
    }),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'OrderMail' });

const orderMailAnswer = answer(
  'OrderMailAnswer',
  { mail: orderMail.nullable().meta({ description: 'null until the order is being settled.' }) },
  { mail: { state: 'sent', finishedAt: '2026-11-30T09:15:02.871Z' } },
);

export interface OrderMailRouteNeeds {
  orders: OrderClient;
  processor: ProcessorClient;
}

/** Whether the confirmation of an order was sent, by the ledger of mails. */
export const orderMailRoute = ({ orders, processor }: OrderMailRouteNeeds): Route =>
  defineRoute({
    method: 'get',
    path: '/api/order/{id}/mail',
    alias: '/api/orders/{id}/mail',
    summary: 'Whether the confirmation of an order was sent',
    access: 'user',
    params: orderPath,
    success: { status: 200, description: 'How far the mail is.', schema: orderMailAnswer },
    failures: ['ORDER_NOT_FOUND'],
    handle: async ({ caller: { userId }, params: { id } }) => {
      await orders.getOrder({ orderId: id, userId });
      const mail = await processor.getMail(id);
      return { body: { mail: mail && { state: mail.state, finishedAt: mail.finishedAt } } };
    },
  });
