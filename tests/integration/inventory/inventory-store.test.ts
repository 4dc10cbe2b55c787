import { createInventoryStore } from '@orders/inventory/store/inventory-store';
import { createReservationStore } from '@orders/inventory/store/reservation-store';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { specifyInventoryStore } from '../../specifications/inventory-store';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

let database: TestDatabase;

afterAll(() => database.drop());

describe('the store of inventory in MongoDB', () => {
  specifyInventoryStore(async () => {
    database = await createTestDatabase('inventory_store', inventoryCollections);
    return {
      store: createInventoryStore(database.mongo),
      listHeld: createReservationStore(database.mongo).listHeld,
      // The commit takes effect both times, but no majority acknowledges it.
      hideNextResult: () =>
        database.mongo.admin().command({
          configureFailPoint: 'failCommand',
          mode: { times: 2 },
          data: {
            appName: database.name,
            failCommands: ['commitTransaction'],
            writeConcernError: { code: 64, errmsg: 'timed out' },
          },
        }),
    };
  });
});
