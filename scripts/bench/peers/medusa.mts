// Medusa: the calls of its Store API, with a publishable key and the buyer's address in the cart.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installPeer, peerServer, runIn } from './peer.mts';
import type { Postgres } from './postgres.mts';
import { Refusal, stocked, type Shop } from './shop.mts';

/** What a storefront needs to know, as the seed script prints it. */
interface Storefront {
  key: string;
  regionId: string;
  shippingOptionId: string;
  variantIds: Record<string, string>;
}

const address = {
  first_name: 'Bench',
  last_name: 'Buyer',
  address_1: 'Street 1',
  city: 'Berlin',
  postal_code: '10115',
  country_code: 'de',
};

const cli = 'node_modules/@medusajs/cli/cli.js';

export async function openMedusa(postgres: Postgres, logs: string): Promise<Shop> {
  const { folder, version } = await installPeer('medusa', '@medusajs/medusa');
  const databaseUrl = await postgres.createDatabase('medusa');
  const env = { NODE_ENV: 'production', MEDUSA_DISABLE_TELEMETRY: 'true', DATABASE_URL: databaseUrl };
  const file = path.join(folder, 'storefront.json');
  const seed = { products: stocked, file };
  await runIn(folder, [process.execPath, cli, 'db:migrate'], env);
  await runIn(folder, [process.execPath, cli, 'exec', './seed.js'], { ...env, SEED: JSON.stringify(seed) });
  const { key, regionId, shippingOptionId, variantIds } = JSON.parse(readFileSync(file, 'utf8')) as Storefront;
  const args = (port: string) => [cli, 'start', '-H', '127.0.0.1', '-p', port];
  const server = peerServer({ name: 'medusa', folder, logs, args, env, page: '/health' });

  return {
    name: 'Medusa',
    version,
    calls: ['cart', 'shipping method', 'payment collection', 'payment session', 'complete'],
    does: 'tax by region, shipping, promotions, a payment, a reservation; no mail, and events within its process',
    warmUpSeconds: 30,
    seconds: 60,
    start: server.start,
    stop: server.stop,
    watched: () => [...server.watched(), postgres.watched],
    place: async ({ buyer, product }, by) => {
      const ask = async (route: string, body: object): Promise<Answer> => {
        const reply = await by(`${server.url()}/store${route}`, body, { 'x-publishable-api-key': key });
        const answer = reply.body as Answer;
        if (reply.status !== 200) throw new Refusal(`${reply.status} ${answer.message ?? ''}`);
        return answer;
      };
      const { cart } = await ask('/carts', {
        region_id: regionId,
        email: `buyer-${buyer}@example.org`,
        items: [{ variant_id: variantIds[product], quantity: 1 }],
        shipping_address: address,
      });
      await ask(`/carts/${cart.id}/shipping-methods`, { option_id: shippingOptionId });
      const { payment_collection: payment } = await ask('/payment-collections', { cart_id: cart.id });
      await ask(`/payment-collections/${payment.id}/payment-sessions`, { provider_id: 'pp_system_default' });
      const { type, error } = await ask(`/carts/${cart.id}/complete`, {});
      if (type !== 'order') throw new Refusal(error?.message ?? type);
    },
  };
}

/** What of its answers matters here. */
interface Answer {
  cart: { id: string };
  payment_collection: { id: string };
  type: string;
  message?: string;
  error?: { message?: string };
}
