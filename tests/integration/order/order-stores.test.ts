import { createOrderStore } from '@orders/order/store/order-store';
import { createOutboxStore } from '@orders/order/store/outbox-store';
import { orderCollection } from '@orders/order/store/schemas';
import { createTombstoneStore } from '@orders/order/store/tombstone-store';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { dropValid } from './an-order';
import { specifyOrderStores, type OrderStores } from './specify-order-stores';

let database: TestDatabase;
let stores: OrderStores;

beforeAll(async () => {
  database = await createTestDatabase('order_stores', [orderCollection]);
  const { mongo } = database;
  stores = {
    orders: createOrderStore(mongo),
    outbox: createOutboxStore(mongo),
    tombstones: createTombstoneStore(mongo),
    read: (orderId) => mongo.collection(orderCollection).findOne({ _id: orderId }),
  };
});
afterAll(() => dropValid(database));

specifyOrderStores(() => stores);
