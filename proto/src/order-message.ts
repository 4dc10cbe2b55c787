import { z } from 'zod';

/** A message on the queue, as the order service writes it: fields are only added, a change of one's meaning gets another version. */
export const orderMessage = z
  .object({
    type: z.enum(['order.placed', 'order.cancelled']),
    version: z.literal(1),
    orderId: z
      .guid()
      .meta({ description: 'The only field that the processor uses: all others it reads from their owners.' }),
    userId: z.string(),
    items: z.array(z.object({ productId: z.string(), quantity: z.int() })),
    totalAmount: z.int().meta({ description: 'The sum of the quantities.' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'OrderMessage' });

export type OrderMessage = z.infer<typeof orderMessage>;
