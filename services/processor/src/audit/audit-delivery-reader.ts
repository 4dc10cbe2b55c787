import type { ProcessorService } from '@orders/proto';
import { groupsOf } from '@orders/proto/items';
import type { AuditedWebhookOutput } from '@orders/proto/processor/v1/AuditedWebhook';
import type { OrderDeliveryOutput } from '@orders/proto/processor/v1/OrderDelivery';
import { fromWireDeliveryStatus, fromWireEvent } from '@orders/proto/webhook-events';
import { unavailable } from '@orders/shared/errors';
import type { createGrpcClient } from '@orders/shared/grpc-client';
import { auditCallMs } from '@orders/shared/time-limits';
import { fromTimestamp } from '@orders/shared/timestamp';
import type { AuditedDelivery, AuditedWebhook, Deliveries } from './audit-deliveries';

type Processor = Pick<ReturnType<typeof createGrpcClient<typeof ProcessorService.service>>, 'unary'>;

/** Reads webhooks and deliveries for an audit that runs outside the processor. */
export function createAuditDeliveryReader(processor: Processor) {
  const getDeliveries = processor.unary('GetDeliveries');
  const read = async (orderIds: string[]): Promise<Deliveries> => {
    const { webhooks, deliveries } = await getDeliveries({ orderIds }, auditCallMs);
    return { webhooks: webhooks.map(toWebhook), deliveries: deliveries.map(toDelivery) };
  };

  return {
    ofOrders: async (orderIds: string[]): Promise<Deliveries> => {
      const pages = await Promise.all(groupsOf(orderIds).map(read));
      return { webhooks: pages[0]?.webhooks ?? [], deliveries: pages.flatMap(({ deliveries }) => deliveries) };
    },
  };
}

const toWebhook = ({ webhookId, events, enabled, updatedAt }: AuditedWebhookOutput): AuditedWebhook => ({
  webhookId,
  events: events.map(fromWireEvent).filter((event) => event !== undefined && event !== 'webhook.test'),
  enabled,
  updatedAt: fromTimestamp(updatedAt) ?? new Date(0),
});

function toDelivery({ orderId, webhookId, kind, event, status }: OrderDeliveryOutput): AuditedDelivery {
  const [known, state] = [fromWireEvent(event), fromWireDeliveryStatus(status)];
  if (!isKind(kind) || !state) throw unavailable(`the processor sent no kind or status for a delivery of ${orderId}`);
  return { orderId, webhookId, kind, state, ...(known && { event: known }) };
}

const isKind = (kind: string): kind is AuditedDelivery['kind'] => ['placed', 'outcome', 'test'].includes(kind);
