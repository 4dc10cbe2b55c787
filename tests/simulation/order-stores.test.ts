import { orderCollection } from '@orders/order/store/schemas';
import { validateStored } from '@orders/shared/collection';
import { specifyOrderStores } from '../integration/order/specify-order-stores';
import { createOrders, type Documents, type RunOnOrders } from './orders-database';
import { createOutbox } from './outbox-database';
import { createTombstones } from './tombstones-database';

const documents: Documents = new Map();
const run: RunOnOrders = async (_, work) => {
  await new Promise(setImmediate);
  return work(documents);
};
const stores = {
  orders: createOrders(run),
  outbox: createOutbox(run),
  tombstones: createTombstones(run),
  read: (orderId: string) => Promise.resolve(documents.get(orderId)),
};

afterAll(async () => {
  for (const document of documents.values()) await validateStored(orderCollection, document);
});

specifyOrderStores(() => stores);
