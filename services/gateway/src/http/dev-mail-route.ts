import { z } from 'zod';
import type { DevMailbox } from '../clients/dev-mailbox';
import { orderPath } from './orders/order-schemas';
import { routeNotFound } from './server/failures';
import { answer, defaultPageSize, pageQuery } from './server/fields';
import { defineRoute, type Route } from './server/route';

const mailQuery = z.strictObject({ limit: pageQuery.limit, orderId: orderPath.shape.id.optional() });

const mail = z
  .object({
    sentAt: z.iso.datetime(),
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
  })
  .meta({ id: 'DevMail' });

const mailExample: z.input<typeof mail> = {
  sentAt: '2026-11-30T09:15:02.871Z',
  from: 'orders@example.com',
  to: ['ada@example.org'],
  subject: 'Your order 7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b is confirmed',
  text: 'Hello Ada,\n\nthank you for your order 7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b. It has been processed.',
  html: '<p>Hello Ada,</p><p>thank you for your order 7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b. It has been processed.</p>',
};

const mailsAnswer = answer('DevMailsAnswer', { mails: z.array(mail) }, { mails: [mailExample] });

/** The mails of a development system, for everyone to see; elsewhere there is no mailbox and no such route. */
export const devMailRoute = (readMails: DevMailbox | undefined): Route =>
  defineRoute({
    method: 'get',
    path: '/api/dev/mails',
    summary: 'Mails that LocalStack received, newest first',
    description: 'Exists only in development against LocalStack.',
    access: 'anyone',
    query: mailQuery,
    success: { status: 200, description: 'The mails.', schema: mailsAnswer },
    failures: ['NOT_FOUND'],
    handle: async ({ query: { limit = defaultPageSize, orderId } }) => {
      if (!readMails) throw routeNotFound();
      const mails = await readMails({ limit, ...(orderId !== undefined && { orderId }) });
      return { body: { mails } };
    },
  });
