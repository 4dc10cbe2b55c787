import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import type { OrderMessage } from '@orders/proto/order-message';
import { readQueueDepth, remakingQueue } from '@orders/shared/sqs';
import type { Order, OutboxEntry, PendingDelivery } from '../domain/order';

export interface OrderQueueNeeds {
  sqs: SQSClient;
  queueUrl: string;
  /** Whether to create the queue if it does not exist: LocalStack forgets it when it restarts. */
  isLocalStack: boolean;
}

/** The queue of placed orders. */
export function createOrderQueue({ sqs, queueUrl, isLocalStack }: OrderQueueNeeds) {
  const remaking = <T>(work: () => Promise<T>) => remakingQueue({ client: sqs, queueUrl, isLocalStack }, work);

  return {
    /** Sends up to ten messages; answers the ids of the entries that the queue accepted. */
    send: (deliveries: PendingDelivery[]): Promise<string[]> =>
      remaking(async () => {
        const entries = deliveries.map(({ order, entry }, index) => toMessage(order, entry, index));
        const { Successful = [] } = await sqs.send(
          new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }),
        );
        return Successful.flatMap(({ Id }) => deliveries[Number(Id)]?.entry.id ?? []);
      }),
    /** How many messages the queue holds: visible, in flight and delayed. */
    depth: () =>
      remaking(async () => {
        const { visible, inFlight, delayed } = await readQueueDepth(sqs, queueUrl);
        return visible + inFlight + delayed;
      }),
    ping: () => remaking(() => readQueueDepth(sqs, queueUrl)),
  };
}

export type OrderQueue = ReturnType<typeof createOrderQueue>;

function toMessage(order: Order, entry: OutboxEntry, index: number): SendMessageBatchRequestEntry {
  const { orderId, userId, totalAmount, createdAt } = order;
  const items = order.items.map(({ productId, quantity }) => ({ productId, quantity }));
  // An operator's failure has no type of its own: whoever settles the message learns the status from the order.
  const type = order.status === 'Cancelled' ? 'order.cancelled' : 'order.placed';
  const message: Written<OrderMessage> = { type, version: 1, orderId, userId, items, totalAmount, createdAt };
  return {
    Id: String(index),
    MessageBody: JSON.stringify(message),
    MessageAttributes: {
      ...(entry.traceparent !== undefined && { traceparent: text(entry.traceparent) }),
      ...(entry.requestId !== undefined && { requestId: text(entry.requestId) }),
    },
  };
}

/** The message before its time becomes text. */
type Written<Message extends { createdAt: string }> = Omit<Message, 'createdAt'> & { createdAt: Date };

const text = (value: string) => ({ DataType: 'String', StringValue: value });
