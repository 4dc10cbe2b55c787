import { z } from 'zod';
import { orderPath } from './orders/order-schemas';
import { pageQuery } from './server/page';

export const mailQuery = z.strictObject({ limit: pageQuery.limit, orderId: orderPath.shape.id.optional() });

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

export const mailsAnswer = z.object({ success: z.literal(true), mails: z.array(mail) }).meta({ id: 'DevMailsAnswer' });
