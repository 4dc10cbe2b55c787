import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { ask, type Answered, type Asked } from './request';
import { eventually } from './eventually';
import { runCommand } from './service-process';
import type { SystemLayout } from './system-layout';

export interface Item {
  productId: string;
  quantity: number;
}

export interface User {
  userId: string;
  name: string;
  email: string;
  token: string;
  refreshToken: string;
}

export interface Order {
  orderId: string;
  userId: string;
  items: Item[];
  totalAmount: number;
  status: string;
  createdAt: string;
  updatedAt: string;
}

export interface PlaceOptions {
  key?: string;
  /** Which gateway is asked; the first one where nothing is said. */
  gateway?: number;
  /** Laid over the body. */
  body?: object;
  timeoutMs?: number;
  agent?: Agent;
}

export const finalStatuses = ['Processed', 'Failed', 'Cancelled'];
export const password = 'correct horse battery';

/** What the tests do with a system that they have started. */
export const createShop = (layout: SystemLayout) => ({
  layout,
  ...shopAt({
    urls: layout.replicas.filter(({ service }) => service === 'gateway').map(({ port }) => `http://127.0.0.1:${port}`),
    grantAdmin: (email) => runCommand('auth', 'admin-grant', { ...layout, args: [email] }),
  }),
});

export interface ShopAddress {
  /** One for each gateway. */
  urls: string[];
  grantAdmin: (email: string) => Promise<unknown>;
}

/** What the tests do with any system, through REST alone. */
export function shopAt({ urls, grantAdmin }: ShopAddress) {
  const rest = (path: string, { gateway = 0, ...asked }: Asked & { gateway?: number } = {}): Promise<Answered> =>
    ask(urls[gateway]!, path, asked);
  const productIds = new Set<string>();
  const admin = onlyOnce(() => anAdmin(grantAdmin, rest));

  const orderOf = async ({ token }: User, orderId: string): Promise<Order> =>
    wanted(await rest(`/api/order/${orderId}`, { token }), 200).body.order as Order;

  return {
    urls,
    rest,
    /** Of all products that were made here. */
    productIds,
    admin,
    orderOf,
    aUser: (facts: { name?: string; email?: string } = {}) => aUser(rest, facts),
    /** A product that only this test knows. */
    aProduct: async ({ stock }: { stock: number }): Promise<string> => {
      const productId = `product-${randomUUID()}`;
      const body = { productId, name: 'Test product', stock };
      wanted(await rest('/api/products', { token: (await admin()).token, body }), 201);
      productIds.add(productId);
      return productId;
    },
    stockOf: async (productId: string): Promise<number> =>
      wanted(await rest(`/api/products/${productId}`), 200).body.product.stock as number,
    place: ({ userId, token }: User, items: Item[], { key, body = {}, ...how }: PlaceOptions = {}) =>
      rest('/api/order', {
        token,
        ...how,
        body: { ...orderBody(userId, items), ...body },
        ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
      }),
    /** The order once nothing about it changes any more. */
    untilFinal: async (user: User, orderId: string, withinMs = 15_000): Promise<Order> => {
      let order: Order | undefined;
      await eventually(async () => {
        order = await orderOf(user, orderId);
        if (!finalStatuses.includes(order.status)) throw new Error(`${orderId} is still ${order.status}`);
      }, withinMs);
      return order!;
    },
  };
}

export type Shop = ReturnType<typeof createShop>;

/** What places an order of these items. */
export const orderBody = (userId: string, items: Item[]) => ({
  userId,
  items,
  totalAmount: items.reduce((sum, { quantity }) => sum + quantity, 0),
});

export const anAddress = () => `buyer-${randomUUID()}@example.org`;

type Rest = (path: string, asked?: Asked) => Promise<Answered>;

async function aUser(rest: Rest, { name = 'Ada Buyer', email = anAddress() }): Promise<User> {
  const { body } = wanted(await rest('/api/auth/register', { body: { name, email, password } }), 201);
  return { userId: body.user._id, name, email, token: body.token, refreshToken: body.refreshToken };
}

async function anAdmin(grantAdmin: ShopAddress['grantAdmin'], rest: Rest): Promise<User> {
  const user = await aUser(rest, {});
  await grantAdmin(user.email);
  // The role is in the token, so it takes effect with the next one.
  const { body } = wanted(await rest('/api/auth/login', { body: { email: user.email, password } }), 200);
  return { ...user, token: body.token };
}

/** The answer where it is what a test needs to go on. */
function wanted(answer: Answered, status: number): Answered {
  if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}: ${answer.text}`);
  return answer;
}

function onlyOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
