import { processorCollections } from '@orders/processor/collections';
import { deliveryCollection } from '@orders/processor/webhooks/delivery-document';
import { createDeliveryStore } from '@orders/processor/webhooks/delivery-store';
import { webhookCollection } from '@orders/processor/webhooks/webhook-document';
import { createWebhookStore } from '@orders/processor/webhooks/webhook-store';
import { validateStored } from '@orders/shared/collection';
import { specifyDeliveryStore } from '../../specifications/delivery-store';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase('deliveries', processorCollections);
});
afterEach(async () => {
  const { mongo } = database;
  for (const stored of await mongo.collection(deliveryCollection).find().toArray())
    await validateStored(deliveryCollection, stored);
  for (const stored of await mongo.collection(webhookCollection).find().toArray())
    await validateStored(webhookCollection, stored);
  await database.drop();
});

specifyDeliveryStore(() => ({
  webhooks: createWebhookStore(database.mongo),
  deliveries: createDeliveryStore(database.mongo),
}));
