import { setTimeout } from 'node:timers/promises';
import { createAuditMailReader } from '@orders/processor/audit/audit-mail-reader';
import { createAuditOrderReader } from '@orders/processor/audit/audit-order-reader';
import { createAuditStockReader } from '@orders/processor/audit/audit-stock-reader';
import type { AuditLimits } from '@orders/processor/audit/audit-facts';
import { auditLimits } from '@orders/processor/audit/audit-limits';
import { createAuditSystem, type AuditReport } from '@orders/processor/audit/audit-system';
import { InventoryService, OrderService, ProcessorService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { SystemLayout } from './system-layout';

/** Audits a running system as `npm run audit` does. */
export async function audit(
  { env }: Pick<SystemLayout, 'env'>,
  limits: AuditLimits = auditLimits,
): Promise<AuditReport> {
  const addressesOf = (name: string) => env[`${name}_GRPC_ADDRESSES`]!;
  const inventory = createGrpcClient(InventoryService, addressesOf('INVENTORY'));
  const order = createGrpcClient(OrderService, addressesOf('ORDER'));
  const processor = createGrpcClient(ProcessorService, addressesOf('PROCESSOR'));
  try {
    return await createAuditSystem({
      stock: createAuditStockReader(inventory),
      orders: createAuditOrderReader(order),
      mails: createAuditMailReader(processor),
      pace: () => Promise.resolve(),
      wait: (milliseconds) => setTimeout(milliseconds),
      now: () => new Date(),
      limits,
    })();
  } finally {
    for (const client of [inventory, order, processor]) client.stop();
  }
}
