// Vendure: one GraphQL mutation after the other, in the session of a customer who has signed in.
import { password } from '../shots.mts';
import { installPeer, peerServer, runIn } from './peer.mts';
import type { Postgres } from './postgres.mts';
import { Refusal, call, hastyBuyers, stocked, type Call, type Reply, type Shop } from './shop.mts';

const address = {
  fullName: 'Bench Buyer',
  streetLine1: 'Street 1',
  city: 'Berlin',
  postalCode: '10115',
  countryCode: 'DE',
};

const problem = '__typename ...on ErrorResult { message: errorCode }';
const mutations = {
  login: `mutation($name: String!, $password: String!) { done: login(username: $name, password: $password) { ${problem} } }`,
  addItemToOrder: `mutation($id: ID!) { done: addItemToOrder(productVariantId: $id, quantity: 1) { ${problem} } }`,
  setOrderShippingAddress: `mutation($input: CreateAddressInput!) { done: setOrderShippingAddress(input: $input) { ${problem} } }`,
  setOrderShippingMethod: `mutation($id: [ID!]!) { done: setOrderShippingMethod(shippingMethodId: $id) { ${problem} } }`,
  transitionOrderToState: `mutation { done: transitionOrderToState(state: "ArrangingPayment") { ${problem} } }`,
  addPaymentToOrder: `mutation($input: PaymentInput!) { done: addPaymentToOrder(input: $input) { ${problem} ...on Order { code } } }`,
};

export async function openVendure(postgres: Postgres, logs: string): Promise<Shop> {
  const { folder, version } = await installPeer('vendure', '@vendure/core');
  const env = { NODE_ENV: 'production', DATABASE_URL: await postgres.createDatabase('vendure') };
  const buyers = Array.from({ length: hastyBuyers }, (_, place) => `buyer-${place}@example.org`);
  const seed = { products: stocked, buyers, password };
  await runIn(folder, [process.execPath, 'seed.mjs'], { ...env, PORT: '0', SEED: JSON.stringify(seed) });
  const server = peerServer({ name: 'vendure', folder, logs, args: () => ['serve.mjs'], env, page: '/health' });
  const tokens: string[] = [];
  const variants = new Map<string, string>();

  return {
    name: 'Vendure',
    version,
    calls: Object.keys(mutations).filter((name) => name !== 'login'),
    does: 'tax by zone, shipping, promotions, a payment, the history of the order; no mail',
    warmUpSeconds: 15,
    seconds: 30,
    start: async () => {
      await server.start();
      const shopApi = (query: string, variables: object) => ask(call, { url: server.url(), query, variables });
      for (const [place, name] of buyers.entries()) {
        const { headers } = await shopApi(mutations.login, { name, password });
        tokens[place] = headers.get('vendure-auth-token') ?? '';
      }
      for (const { name } of stocked) {
        const { body } = await shopApi(variantQuery, { slug: name });
        variants.set(name, (body as VariantAnswer).data.product.variants[0].id);
      }
    },
    stop: server.stop,
    watched: () => [...server.watched(), postgres.watched],
    place: async ({ buyer, product }, by) => {
      const session = { url: server.url(), token: tokens[buyer] ?? '' };
      const next = (name: keyof typeof mutations, variables: object) =>
        ask(by, { ...session, query: mutations[name], variables });
      await next('addItemToOrder', { id: variants.get(product) });
      await next('setOrderShippingAddress', { input: address });
      await next('setOrderShippingMethod', { id: ['1'] });
      await next('transitionOrderToState', {});
      await next('addPaymentToOrder', { input: { method: 'standard-payment', metadata: {} } });
    },
  };
}

const variantQuery = 'query($slug: String!) { product(slug: $slug) { variants { id } } }';

interface VariantAnswer {
  data: { product: { variants: [{ id: string }] } };
}

interface MutationAnswer {
  data?: { done?: { message?: string } };
  errors?: { message: string }[];
}

interface Question {
  url: string;
  query: string;
  variables: object;
  token?: string;
}

async function ask(by: Call, { url, query, variables, token }: Question): Promise<Reply> {
  const reply = await by(`${url}/shop-api`, { query, variables }, token ? { Authorization: `Bearer ${token}` } : {});
  const { data, errors } = reply.body as MutationAnswer;
  const refused = errors?.[0]?.message ?? data?.done?.message;
  if (refused !== undefined) throw new Refusal(refused);
  return reply;
}
