import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { sendRequest, type HttpResponse, type RequestOptions } from './request';
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
  /** Which gateway gets the request; the first one by default. */
  gateway?: number;
  /** Merged into the body. */
  body?: object;
  timeoutMs?: number;
  agent?: Agent;
}

export const finalStatuses = ['Processed', 'Failed', 'Cancelled'];
// Not that of the document's examples: requests made of those must not change or erase an account of a test.
export const password = 'wagon of quiet lanterns';

/** A client of a system that a test has started. */
export const createShop = (layout: SystemLayout) => ({
  layout,
  ...shopAt({
    urls: layout.replicas
      .filter(({ service }) => service === 'gateway')
      .map(({ port }) => `http://${layout.host}:${port}`),
    grantAdminRole: (email) => runCommand('auth', 'admin-grant', { ...layout, args: [email] }),
  }),
});

export interface ShopAddress {
  /** One for each gateway. */
  urls: string[];
  grantAdminRole: (email: string) => Promise<unknown>;
  /** By default as they are. */
  send?: typeof sendRequest;
}

/** A client of any system, through REST only. */
export function shopAt({ urls, grantAdminRole, send = sendRequest }: ShopAddress) {
  const rest = (
    path: string,
    { gateway = 0, ...options }: RequestOptions & { gateway?: number } = {},
  ): Promise<HttpResponse> => send(urls[gateway]!, path, options);
  const productIds = new Set<string>();
  const admin = memoized(() => anAdmin(grantAdminRole, rest));

  const orderOf = async ({ token }: User, orderId: string): Promise<Order> =>
    expectStatus(await rest(`/api/order/${orderId}`, { token }), 200).body.order as Order;

  return {
    urls,
    rest,
    /** The products that this client made. */
    productIds,
    admin,
    orderOf,
    aUser: (facts: { name?: string; email?: string } = {}) => aUser(rest, facts),
    /** A new product. */
    aProduct: async ({ stock, price = 0 }: { stock: number; price?: number }): Promise<string> => {
      const productId = `product-${randomUUID()}`;
      const body = { productId, name: 'Test product', stock, price };
      expectStatus(await rest('/api/products', { token: (await admin()).token, body }), 201);
      productIds.add(productId);
      return productId;
    },
    /** As an admin sees it, at once through any gateway. */
    stockOf: async (productId: string): Promise<number> => {
      const { token } = await admin();
      return expectStatus(await rest(`/api/products/${productId}`, { token }), 200).body.product.stock as number;
    },
    place: ({ userId, token }: User, items: Item[], { key, body = {}, ...how }: PlaceOptions = {}) =>
      rest('/api/order', {
        token,
        ...how,
        body: { ...orderBody(userId, items), ...body },
        ...(key !== undefined && { headers: { 'Idempotency-Key': key } }),
      }),
    /** Waits until the order is final. */
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

/** A client that need not know the system's layout. */
export type ShopClient = ReturnType<typeof shopAt>;
export type Shop = ReturnType<typeof createShop>;

/** The body of a request that orders these items. */
export const orderBody = (userId: string, items: Item[]) => ({
  userId,
  items,
  totalAmount: items.reduce((sum, { quantity }) => sum + quantity, 0),
});

export const anAddress = () => `buyer-${randomUUID()}@example.org`;

type Rest = (path: string, options?: RequestOptions) => Promise<HttpResponse>;

async function aUser(rest: Rest, { name = 'Ada Buyer', email = anAddress() }): Promise<User> {
  const { body } = expectStatus(await rest('/api/auth/register', { body: { name, email, password } }), 201);
  return { userId: body.user._id, name, email, token: body.token, refreshToken: body.refreshToken };
}

async function anAdmin(grantAdmin: ShopAddress['grantAdminRole'], rest: Rest): Promise<User> {
  const user = await aUser(rest, {});
  await grantAdmin(user.email);
  // The role is in the token, so it takes effect with the next one.
  const { body } = expectStatus(await rest('/api/auth/login', { body: { email: user.email, password } }), 200);
  return { ...user, token: body.token };
}

/** Returns the answer if it has this status, else throws. */
function expectStatus(answer: HttpResponse, status: number): HttpResponse {
  if (answer.status !== status) throw new Error(`answered ${answer.status}, not ${status}: ${answer.text}`);
  return answer;
}

function memoized<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
