// Fills a new database by Vendure's own ways: products with tracked stock from CSV, one zone with tax, shipping and payment, customers.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ChannelService, CustomerService, RequestContextService } from '@vendure/core';
import { populate } from '@vendure/core/cli/index.js';
import { startServer } from './config.mjs';

const { products, buyers, password } = JSON.parse(process.env.SEED);

const initialData = {
  defaultLanguage: 'en',
  defaultZone: 'Europe',
  countries: [{ name: 'Germany', code: 'DE', zone: 'Europe' }],
  taxRates: [{ name: 'Standard Tax', percentage: 20 }],
  shippingMethods: [{ name: 'Standard Shipping', price: 500 }],
  paymentMethods: [
    {
      name: 'Standard Payment',
      handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: 'true' }] },
    },
  ],
  collections: [],
};

const columns =
  'name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets';
const rows = products.map(({ name, stock }) => `${name},${name},,,,,,${name},1.00,standard,${stock},true,,`);
const csv = path.join(import.meta.dirname, 'products.csv');
writeFileSync(csv, [columns, ...rows].join('\n'));

const app = await populate(() => startServer(true), initialData, csv);
const channel = await app.get(ChannelService).getDefaultChannel();
const ctx = await app.get(RequestContextService).create({ apiType: 'admin', channelOrToken: channel });
for (const emailAddress of buyers) {
  const created = await app
    .get(CustomerService)
    .create(ctx, { emailAddress, firstName: 'Bench', lastName: 'Buyer' }, password);
  if (!('id' in created)) throw new Error(created.message);
}
await app.close();
