import { setTimeout } from 'node:timers/promises';
import { createAuditDeliveryReader } from '@orders/processor/audit/audit-delivery-reader';
import { createAuditMailReader } from '@orders/processor/audit/audit-mail-reader';
import { auditLimits, type AuditLimits } from '@orders/processor/audit/audit-facts';
import { createAuditSystem, type AuditReport } from '@orders/processor/audit/audit-system';
import { createInventoryClient } from '@orders/processor/clients/inventory-client';
import { createOrderClient } from '@orders/processor/clients/order-client';
import { ProcessorService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import type { SystemLayout } from './system-layout';

/** Audits a running system as `npm run audit` does. */
export async function audit(
  { env }: Pick<SystemLayout, 'env'>,
  limits: AuditLimits = auditLimits,
  tls?: GrpcTls,
): Promise<AuditReport> {
  const addressesOf = (name: string) => env[`${name}_GRPC_ADDRESSES`]!;
  const inventory = createInventoryClient(addressesOf('INVENTORY'), tls);
  const order = createOrderClient(addressesOf('ORDER'), tls);
  const processor = createGrpcClient(ProcessorService, addressesOf('PROCESSOR'), { tls });
  try {
    return await createAuditSystem({
      stock: inventory.audit,
      orders: order.audit,
      mails: createAuditMailReader(processor),
      deliveries: createAuditDeliveryReader(processor),
      pace: () => Promise.resolve(),
      wait: (milliseconds) => setTimeout(milliseconds),
      now: () => new Date(),
      limits,
    })();
  } finally {
    for (const client of [inventory, order, processor]) client.stop();
  }
}
