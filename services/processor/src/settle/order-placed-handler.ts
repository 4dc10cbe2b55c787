import type { Log } from '@orders/shared/log';
import type { QueueMessage } from '@orders/shared/queue-consumer-batch';
import type { MessageOutcome } from '@orders/shared/queue-consumer-outcomes';
import { currentTraceparent, withRequestContext } from '@orders/shared/request-context';
import { describeSpan, SpanKind, withSpan } from '@orders/shared/span';
import type { OrderStatus, PlacedOrder } from '../mail/order';
import type { Settlement } from './settle-placed-orders';
import { parseOrderPlaced } from './parse-order-placed';

export interface OrderPlacedHandlerNeeds {
  /** Takes one placed order to its end; those that are asked for together share the calls. */
  settle: (placed: PlacedOrder) => Promise<Settlement>;
  countSettled: (status: OrderStatus) => void;
  /** Raises an alarm: a message was rejected, and an operator should know why. */
  alarm: (kind: 'malformed_message' | 'stock_not_held' | 'no_such_order') => void;
  log: Log;
}

/** Parses messages at the door, has their orders settled, and says what became of each message. */
export const createOrderPlacedHandler = (needs: OrderPlacedHandlerNeeds) => (messages: QueueMessage[]) =>
  Promise.all(messages.map((message) => withRequestContext(message.context, () => handleInSpan(needs, message))));

const handleInSpan = (needs: OrderPlacedHandlerNeeds, message: QueueMessage) => {
  const facts = { kind: SpanKind.CONSUMER, parent: { traceparent: message.sentBy } };
  return withSpan('process', facts, () => handle(needs, message));
};

async function handle(needs: OrderPlacedHandlerNeeds, { body, context }: QueueMessage): Promise<MessageOutcome> {
  const parsed = parseOrderPlaced(body);
  if ('problem' in parsed) {
    needs.alarm('malformed_message');
    return { kind: 'reject', reason: parsed.problem };
  }
  const { orderId } = parsed;
  const { requestId } = context;
  const traceparent = currentTraceparent() ?? context.traceparent;
  describeSpan({ 'order.id': orderId });
  return outcomeOf(needs, orderId, await needs.settle({ orderId, requestId, traceparent }));
}

function outcomeOf(needs: OrderPlacedHandlerNeeds, orderId: string, settlement: Settlement): MessageOutcome {
  switch (settlement.outcome) {
    case 'settled':
      needs.countSettled(settlement.status);
      describeSpan({ 'order.outcome': settlement.status });
      needs.log.info({ orderId, status: settlement.status }, 'order settled');
      return { kind: 'done' };
    case 'unsettled':
      return { kind: 'retry' };
    case 'not held':
      needs.alarm('stock_not_held');
      needs.log.error({ orderId, alarm: 'stock_not_held' }, 'alarm: no stock is held for a placed order');
      return { kind: 'reject', reason: 'names an order that does not exist: no stock is held for it' };
    case 'no such order':
      needs.alarm('no_such_order');
      needs.log.error({ orderId, alarm: 'no_such_order' }, 'alarm: stock is committed for an order that nobody knows');
      return { kind: 'reject', reason: 'names an order that does not exist' };
  }
}
