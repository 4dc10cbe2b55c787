import type { CallerTable } from '@orders/proto/callers';
import type { InventoryServiceHandlers } from '@orders/proto/inventory/v1/InventoryService';

/** Which caller may call which method of inventory. */
export const inventoryCallers: CallerTable<InventoryServiceHandlers> = {
  Reserve: ['order'],
  Release: ['order'],
  Expire: ['order'],
  Commit: ['processor'],
  ListProducts: ['gateway', 'operator'],
  GetProduct: ['gateway'],
  CreateProduct: ['gateway'],
  UpdateProduct: ['gateway'],
  ImportProducts: ['gateway', 'operator'],
  RestockProduct: ['gateway'],
  // What admins see of an order comes through the gateway.
  GetReservation: ['gateway', 'operator'],
  ListAuditEntries: ['gateway', 'operator'],
  // The processor audits each hour, operators when they want.
  ListHeldReservations: ['order', 'processor', 'operator'],
  GetReservations: ['processor', 'operator'],
  ListStock: ['processor', 'operator'],
};
