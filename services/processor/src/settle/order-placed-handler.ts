import { orderMessage } from '@orders/proto/order-message';
import type { OrderStatus } from '@orders/proto/order-status';
import type { Log } from '@orders/shared/log';
import type { MessageOutcome, QueueMessage } from '@orders/shared/queue-messages';
import { currentTraceparent, withRequestContext } from '@orders/shared/request-context';
import { describeSpan, SpanKind, withSpan } from '@orders/shared/span';
import { z } from 'zod';
import type { PlacedOrder, Settlement } from './settle-placed-orders';

/** Why a message went to the dead-letter queue at once. */
export type AlarmKind = 'malformed_message' | 'stock_not_held' | 'no_such_order';

export interface OrderPlacedHandlerNeeds {
  /** Settles one placed order; concurrent calls share a batch. */
  settle: (placed: PlacedOrder) => Promise<Settlement>;
  countSettled: (status: OrderStatus) => void;
  countAlarm: (kind: AlarmKind) => void;
  log: Log;
}

/** Parses messages, has their orders settled, and answers with one outcome for each message, in the same order. */
export const createOrderPlacedHandler = (needs: OrderPlacedHandlerNeeds) => (messages: QueueMessage[]) =>
  Promise.all(messages.map((message) => withRequestContext(message.context, () => handleInSpan(needs, message))));

const handleInSpan = (needs: OrderPlacedHandlerNeeds, message: QueueMessage) => {
  const facts = { kind: SpanKind.CONSUMER, parent: { traceparent: message.sentBy } };
  return withSpan('process', facts, () => handle(needs, message));
};

async function handle(needs: OrderPlacedHandlerNeeds, { body, context }: QueueMessage): Promise<MessageOutcome> {
  const parsed = parseOrderMessage(body);
  if ('problem' in parsed) {
    needs.countAlarm('malformed_message');
    return { kind: 'reject', reason: parsed.problem };
  }
  const { orderId } = parsed;
  const { requestId } = context;
  const traceparent = currentTraceparent() ?? context.traceparent;
  describeSpan({ 'order.id': orderId });
  return outcomeOf(needs, orderId, await needs.settle({ orderId, requestId, traceparent }));
}

// An unknown version may mean anything; unknown fields do not matter.
const known = orderMessage.pick({ type: true, version: true }).extend({ orderId: z.guid().toLowerCase() });

/** Only the order id is taken from a message: everything else is read from the service that owns it. */
export function parseOrderMessage(body: string): { orderId: string } | { problem: string } {
  const result = known.safeParse(jsonOf(body));
  if (result.success) return { orderId: result.data.orderId };
  const [issue] = result.error.issues;
  return {
    problem: `not an order.placed or order.cancelled message of version 1: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
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
      needs.countAlarm('stock_not_held');
      needs.log.error({ orderId, alarm: 'stock_not_held' }, 'alarm: no stock is held for a placed order');
      return { kind: 'reject', reason: 'names an order that does not exist: no stock is held for it' };
    case 'no such order':
      needs.countAlarm('no_such_order');
      needs.log.error({ orderId, alarm: 'no_such_order' }, 'alarm: stock is committed for an unknown order');
      return { kind: 'reject', reason: 'names an order that does not exist' };
  }
}
