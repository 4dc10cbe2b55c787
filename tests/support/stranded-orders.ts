import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { deadLetterQueueUrlOf } from '@orders/shared/sqs';
import { eventually } from './eventually';
import type { User } from './shop';
import type { SystemContext } from './use-system';

export interface StrandedOrder {
  buyer: User;
  productId: string;
  orderId: string;
  messageId: string;
}

/** Orders that stay pending, because their only message is in the dead-letter queue. */
export function createStrandedOrders(context: Pick<SystemContext, 'system' | 'shop'>, sqs: SQSClient) {
  const queueUrl = () => context.system.layout.queueUrl;

  /** Moves the message from the queue to the dead-letter queue, as a processor that failed five times does. */
  async function moveToDeadLetters(): Promise<string> {
    let moved: string | undefined;
    await eventually(async () => {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl() }));
      if (!Messages[0]) throw new Error('no message yet');
      const { Body, ReceiptHandle } = Messages[0];
      const letter = { QueueUrl: deadLetterQueueUrlOf(queueUrl()), MessageBody: Body };
      moved = (await sqs.send(new SendMessageCommand(letter))).MessageId;
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl(), ReceiptHandle }));
    });
    return moved!;
  }

  return {
    /** While the queue holds a message nothing is published again, which would settle the stranded orders. */
    begin: async (): Promise<void> => {
      const later = { QueueUrl: queueUrl(), MessageBody: 'not an order', DelaySeconds: 900 };
      await sqs.send(new SendMessageCommand(later));
    },

    anOrder: async (): Promise<StrandedOrder> => {
      const { system, shop } = context;
      const buyer = await shop.aUser();
      const productId = await shop.aProduct({ stock: 5 });
      await system.terminate('processor');
      const { body } = await shop.place(buyer, [{ productId, quantity: 2 }]);
      const messageId = await moveToDeadLetters();
      await system.start('processor');
      // The gateway connects again within a second.
      const { token } = await shop.admin();
      await eventually(async () => expect((await shop.rest('/api/admin/queue', { token })).status).toBe(200), 15_000);
      return { buyer, productId, orderId: body.order.orderId as string, messageId };
    },
  };
}
