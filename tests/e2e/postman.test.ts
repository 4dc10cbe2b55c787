import path from 'node:path';
import newman, { type NewmanRunSummary } from 'newman';
import { sharedSystem } from '../support/shared-system';
import { createShop } from '../support/shop';

const shop = createShop(sharedSystem());
const collection = path.join(__dirname, '../../postman/order-placing.postman_collection.json');

test('the Postman collection runs from top to bottom against the live system', async () => {
  const admin = await shop.admin();
  // Other tests may have made thousands before it.
  const productId = await shop.aProduct({ stock: 100 });

  const summary = await run({ baseUrl: shop.urls[0]!, adminToken: admin.token, search: productId });

  expect(summary.run.failures.map(({ error, source }) => `${source?.name ?? ''}: ${error.message}`)).toEqual([]);
  expect(summary.run.stats.assertions.total).toBeGreaterThan(30);
});

const run = (variables: Record<string, string>): Promise<NewmanRunSummary> =>
  new Promise((resolve, reject) => {
    const envVar = Object.entries(variables).map(([key, value]) => ({ key, value }));
    newman.run({ collection, envVar, reporters: [], timeoutRequest: 6_000 }, (error, summary) => {
      if (error) reject(error);
      else resolve(summary);
    });
  });
