// Fills a migrated database by Medusa's own workflows, as its starter does: one region with tax, shipping and payment,
// one warehouse, products with tracked stock. Writes what a storefront must know into a file.
const { writeFileSync } = require('node:fs');
const { Modules, ProductStatus } = require('@medusajs/framework/utils');
const flows = require('@medusajs/medusa/core-flows');

const { products, file } = JSON.parse(process.env.SEED);

exports.default = async function seed({ container }) {
  const run = async (workflow, input) => (await workflow(container).run({ input })).result;
  const link = container.resolve('link');

  const [channel] = await run(flows.createSalesChannelsWorkflow, { salesChannelsData: [{ name: 'Webshop' }] });
  const [region] = await run(flows.createRegionsWorkflow, {
    regions: [{ name: 'Europe', currency_code: 'eur', countries: ['de'], payment_providers: ['pp_system_default'] }],
  });
  await run(flows.createTaxRegionsWorkflow, [
    {
      country_code: 'de',
      provider_id: 'tp_system',
      default_tax_rate: { name: 'Standard', code: 'standard', rate: 20 },
    },
  ]);
  const [location] = await run(flows.createStockLocationsWorkflow, {
    locations: [{ name: 'Warehouse', address: { city: 'Berlin', country_code: 'DE', address_1: '' } }],
  });
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: 'manual_manual' },
  });
  const profile = await shippingProfile(container, run);
  const shippingOption = await addShipping({ container, run, link, location, profile, region });
  await run(flows.linkSalesChannelsToStockLocationWorkflow, { id: location.id, add: [channel.id] });

  const [key] = await run(flows.createApiKeysWorkflow, {
    api_keys: [{ title: 'Webshop', type: 'publishable', created_by: '' }],
  });
  await run(flows.linkSalesChannelsToApiKeyWorkflow, { id: key.id, add: [channel.id] });

  const created = await run(flows.createProductsWorkflow, {
    products: products.map(({ name }) => ({
      title: name,
      handle: name,
      status: ProductStatus.PUBLISHED,
      shipping_profile_id: profile.id,
      options: [{ title: 'Size', values: ['One'] }],
      variants: [{ title: 'One', sku: name, options: { Size: 'One' }, prices: [{ amount: 1, currency_code: 'eur' }] }],
      sales_channels: [{ id: channel.id }],
    })),
  });
  await addStock(container, run, location);

  const variantIds = Object.fromEntries(created.map(({ handle, variants }) => [handle, variants[0].id]));
  writeFileSync(
    file,
    JSON.stringify({ key: key.token, regionId: region.id, shippingOptionId: shippingOption.id, variantIds }),
  );
};

async function shippingProfile(container, run) {
  const [existing] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles({ type: 'default' });
  if (existing) return existing;
  const data = [{ name: 'Default', type: 'default' }];
  return (await run(flows.createShippingProfilesWorkflow, { data }))[0];
}

async function addShipping({ container, run, link, location, profile, region }) {
  const fulfillment = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: 'Delivery',
    type: 'shipping',
    service_zones: [{ name: 'Europe', geo_zones: [{ country_code: 'de', type: 'country' }] }],
  });
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_set_id: fulfillment.id },
  });
  const [option] = await run(flows.createShippingOptionsWorkflow, [
    {
      name: 'Standard Shipping',
      price_type: 'flat',
      provider_id: 'manual_manual',
      service_zone_id: fulfillment.service_zones[0].id,
      shipping_profile_id: profile.id,
      type: { label: 'Standard', description: 'Ship in 2-3 days.', code: 'standard' },
      prices: [{ region_id: region.id, amount: 5 }],
      rules: [
        { attribute: 'enabled_in_store', value: 'true', operator: 'eq' },
        { attribute: 'is_return', value: 'false', operator: 'eq' },
      ],
    },
  ]);
  return option;
}

async function addStock(container, run, location) {
  const stock = new Map(products.map(({ name, stock }) => [name, stock]));
  const items = await container.resolve(Modules.INVENTORY).listInventoryItems({}, { take: products.length });
  await run(flows.createInventoryLevelsWorkflow, {
    inventory_levels: items.map(({ id, sku }) => ({
      inventory_item_id: id,
      location_id: location.id,
      stocked_quantity: stock.get(sku),
    })),
  });
}
