import { randomUUID } from 'node:crypto';
import type { sendUnaryData } from '@grpc/grpc-js';
import { createInventoryHandlers } from '@orders/inventory/grpc/inventory-handlers';
import type { Reservation } from '@orders/inventory/domain/reservation';
import { createOrderClient as createGatewayOrderClient } from '@orders/gateway/clients/order-client';
import type { Order, OrderStory } from '@orders/order/domain/order';
import { createOrderHandlers } from '@orders/order/grpc/order-handlers';
import { createInventoryClient } from '@orders/processor/clients/inventory-client';
import { createOrderClient } from '@orders/processor/clients/order-client';
import { InventoryService, OrderService } from '@orders/proto';
import { maxItems, maxProductQuantity } from '@orders/proto/items';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createUnary } from '@orders/shared/grpc-unary';
import { freePorts } from '../../support/free-ports';
import { silentLog } from '../../support/test-database';

const at = new Date();
// A character of three bytes, which is the most that one of a name's 100 can have.
const items = Array.from({ length: maxItems }, (_, index) => ({
  productId: String(index).padStart(64, 'p'),
  name: 'ࠀ'.repeat(100),
  quantity: maxProductQuantity,
  unitPrice: 1_000_000_000,
}));
const orderIds = Array.from({ length: 250 }, () => randomUUID());

const largestOrder = (orderId: string): Order => ({
  orderId,
  userId: 'f'.repeat(24),
  items,
  totalAmount: maxItems * maxProductQuantity,
  total: { amount: Number.MAX_SAFE_INTEGER, currency: 'EUR' },
  status: 'Failed',
  reason: 'ࠀ'.repeat(200),
  createdAt: at,
  updatedAt: at,
  revision: 2_000_000_000,
});
const largestStory = (orderId: string): OrderStory => ({
  order: largestOrder(orderId),
  outbox: [
    { id: randomUUID(), kind: 'release', at },
    { id: randomUUID(), kind: 'publish', at },
  ],
  republishes: 2_000_000_000,
  republishAt: at,
  epoch: 2_000_000_000,
  isImported: true,
});
const largestReservation = (orderId: string): Reservation => ({
  orderId,
  items,
  currency: 'EUR',
  bodyHash: 'f'.repeat(64),
  epoch: 2_000_000_000,
  state: 'committed',
  heldAt: at,
  updatedAt: at,
});

/** Pages of all orders; the token is the number of orders before the page. */
const pageOf = ({ pageSize, pageToken }: { pageSize: number; pageToken: string }) => {
  const end = Number(pageToken) + pageSize;
  return { ids: orderIds.slice(Number(pageToken), end), nextPageToken: end < orderIds.length ? String(end) : '' };
};

const unused = () => Promise.reject(new Error('is not called'));
const stops: (() => unknown)[] = [];
afterAll(() => Promise.all(stops.map((stop) => stop())));

async function serve(service: { definition: object; handlers: object; name: string }): Promise<string> {
  const [port = ''] = await freePorts(1);
  const server = createGrpcServer({
    host: '127.0.0.1',
    port: Number(port),
    serviceName: service.name,
    definition: service.definition as typeof OrderService.service,
    implementation: service.handlers as Record<string, (call: unknown, answer: sendUnaryData<unknown>) => void>,
    callers: {},
    reflection: false,
    log: silentLog,
  });
  await server.start();
  stops.push(server.stop);
  return `127.0.0.1:${port}`;
}

const orderService = () =>
  serve({
    definition: OrderService.service,
    name: 'orderplacing.order.v1.OrderService',
    handlers: createOrderHandlers(
      {
        ...({} as Parameters<typeof createOrderHandlers>[0]),
        getOrders: (ids) => Promise.resolve(ids.map(largestOrder)),
        getOrderStories: (ids) => Promise.resolve(ids.map(largestStory)),
        listOrders: (page) => {
          const { ids, nextPageToken } = pageOf(page);
          return Promise.resolve({ orders: ids.map(largestOrder), nextPageToken });
        },
        listOrderStories: (page) => {
          const { ids, nextPageToken } = pageOf(page);
          return Promise.resolve({ stories: ids.map(largestStory), nextPageToken });
        },
      },
      silentLog,
    ),
  });

const idsOf = (found: { orderId: string }[]) => found.map(({ orderId }) => orderId);

test('however many orders are asked for, and however large they are, no answer is too large to arrive', async () => {
  const orders = createOrderClient(await orderService());
  stops.push(orders.stop);
  const all: string[] = [];
  for await (const page of orders.audit.all()) all.push(...idsOf(page));

  expect(idsOf(await orders.find(orderIds))).toEqual(orderIds);
  expect(idsOf(await orders.findJson(orderIds, 'EUR'))).toEqual(orderIds);
  expect(idsOf(await orders.audit.find(orderIds))).toEqual(orderIds);
  expect(all).toEqual(orderIds);
  expect(await orders.audit.idsSince(at)).toEqual(orderIds);
});

test('the largest page of the largest orders arrives at the gateway', async () => {
  const orders = createGatewayOrderClient(await orderService(), 'EUR');
  stops.push(orders.stop);

  const { orders: page } = await orders.findOrders({ limit: 100, cursor: '' });

  expect(idsOf(page)).toEqual(orderIds.slice(0, 100));
});

test('nor of reservations', async () => {
  const address = await serve({
    definition: InventoryService.service,
    name: 'orderplacing.inventory.v1.InventoryService',
    handlers: createInventoryHandlers({
      ...({} as Parameters<typeof createInventoryHandlers>[0]),
      unary: createUnary(silentLog),
      auditLog: { list: unused },
      findReservations: (ids) => Promise.resolve(ids.map(largestReservation)),
    }),
  });
  const inventory = createInventoryClient(address);
  stops.push(inventory.stop);

  expect(idsOf(await inventory.audit.reservations(orderIds))).toEqual(orderIds);
});
