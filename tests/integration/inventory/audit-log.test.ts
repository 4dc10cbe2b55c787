import { randomUUID } from 'node:crypto';
import type { ProductRequest } from '@orders/inventory/domain/stock-request';
import { inventoryCollections } from '@orders/inventory/store/schemas';
import { auditPageToken, auditPositionOf, createCommandAuditLog } from '@orders/shared/audit-log';
import { createTestDatabase } from '../../support/test-database';
import { composeReplica, validateAllStored } from './a-replica';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let change: (request: ProductRequest) => Promise<unknown>;

beforeAll(async () => {
  database = await createTestDatabase('audit_log', inventoryCollections);
  const { useCases } = composeReplica(database.mongo);
  change = (request) => useCases.changeCatalogue(request, Infinity);
});
afterAll(async () => {
  await validateAllStored(database.mongo);
  await database.drop();
});

const by = { actor: 'a'.repeat(24), requestId: 'the-request' };
const entriesOf = async (subject: string) => {
  const entries = await createCommandAuditLog(database.mongo).list(undefined, 100);
  return entries.filter((entry) => entry.subject === subject);
};

test('each change of a product is recorded once, with who made it and what it changed', async () => {
  const productId = `product-${randomUUID()}`;
  const create = { kind: 'create product', productId, name: 'Shirt', stock: 3, operationId: randomUUID(), by } as const;
  const restock = { kind: 'restock product', productId, quantity: 5, operationId: randomUUID(), by } as const;

  await change(create);
  await change(restock);
  // The same operation in another request, as after a lost answer.
  await change({ ...restock, by: { ...by, requestId: 'a-later-request' } });
  await change({ kind: 'update product', productId, name: 'Tee', operationId: randomUUID(), by });

  expect(await entriesOf(productId)).toMatchObject([
    { action: 'product.update', before: { name: 'Shirt', available: 8 }, after: { name: 'Tee', available: 8 } },
    { action: 'product.restock', before: { available: 3 }, after: { available: 8 }, ...by },
    { action: 'product.create', after: { name: 'Shirt', available: 3 }, ...by, at: expect.any(Date) },
  ]);
});

test('a change that is refused is not recorded', async () => {
  const productId = `product-${randomUUID()}`;

  await expect(
    change({ kind: 'restock product', productId, quantity: 5, operationId: randomUUID(), by }),
  ).rejects.toMatchObject({ code: 'UNKNOWN_PRODUCT' });

  expect(await entriesOf(productId)).toEqual([]);
});

test('pages give every entry once, also those of the same millisecond', async () => {
  const now = new Date();
  const auditLog = createCommandAuditLog(database.mongo);
  const all = Array.from({ length: 7 }, (_, n) => `id-${n}`);
  const entries = all.map((_id) => ({ _id, at: now, actor: 'operator:ada', action: 'test.page', subject: 'one' }));
  await database.mongo.collection<{ _id: string }>('audit_log').insertMany(entries);

  const read: string[] = [];
  for (let page = await auditLog.list(undefined, 3); page.length > 0;) {
    read.push(...page.map(({ id }) => id));
    page = await auditLog.list(auditPositionOf(auditPageToken(page.at(-1)!)), 3);
  }

  expect(read.filter((id) => all.includes(id)).sort()).toEqual(all);
  expect(new Set(read).size).toBe(read.length);
  expect(() => auditPositionOf('nonsense')).toThrow('cursor');
});
