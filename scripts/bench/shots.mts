// The buyers of a chain, and what they ask for.
import { Failure } from '../local/system/command.mts';
import type { Chain } from './chains.mts';
import { hotProductId, productIds } from './databases.mts';
import type { Shot } from './load.mts';

export interface Buyer {
  userId: string;
  email: string;
  token: string;
}

export interface Placed {
  orderId: string;
  createdAt: Date;
}

export const password = 'correct horse battery';

export async function registerBuyers(port: number, count: number, name = 'buyer'): Promise<Buyer[]> {
  const buyers: Buyer[] = [];
  for (let place = 0; place < count; place += 1) {
    const email = `${name}-${place}@example.org`;
    const { user, token } = await openSession(port, 'register', { name: 'Bench Buyer', email, password });
    buyers.push({ userId: user._id, email, token });
  }
  return buyers;
}

/** A token lives 15 minutes. */
export async function signInAgain(port: number, buyers: Buyer[]): Promise<void> {
  for (const buyer of buyers) buyer.token = (await openSession(port, 'login', { email: buyer.email, password })).token;
}

const openSession = async (port: number, how: 'register' | 'login', body: object) =>
  (await post(port, `/api/auth/${how}`, { body })) as { user: { _id: string }; token: string };

/** Places orders one after the other, where their number counts and not their rate. */
export async function placeOrders({ port }: Chain, buyer: Buyer, count: number): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const { body = {} } of spreadShots([buyer]).slice(0, count)) {
    const { order } = (await post(port, '/api/order', { body, token: buyer.token })) as {
      order: { orderId: string; createdAt: string };
    };
    placed.push({ orderId: order.orderId, createdAt: new Date(order.createdAt) });
  }
  return placed;
}

export async function post(
  port: number,
  path: string,
  { body, token }: { body: object; token?: string },
): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Failure(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Orders of one product each, spread over all products. */
export const spreadShots = (buyers: Buyer[]): Shot[] =>
  buyers.flatMap((buyer) => productIds.map((productId) => orderShot(buyer, [productId])));

/** Orders that all want the same product. */
export const hotShots = (buyers: Buyer[]): Shot[] => buyers.map((buyer) => orderShot(buyer, [hotProductId]));

/** Orders of five products each. */
export const fiveItemShots = (buyers: Buyer[]): Shot[] =>
  buyers.flatMap((buyer) =>
    productIds.map((_, place) => {
      const ids = [0, 17, 34, 51, 68].map((step) => productIds[(place + step) % productIds.length] ?? '');
      return orderShot(buyer, ids);
    }),
  );

export const signInShots = (buyers: Buyer[]): Shot[] =>
  buyers.map(({ email }) => ({ method: 'POST', path: '/api/auth/login', body: { email, password } }));

export const readShots = ({ token }: Buyer, orders: Placed[]): Shot[] =>
  orders.map(({ orderId }) => ({ method: 'GET', path: `/api/order/${orderId}`, token }));

export const historyShots = ({ token }: Buyer): Shot[] => [{ method: 'GET', path: '/api/order?limit=20', token }];

/** What visitors of the shop's page ask for: its first page, one product, a search. */
export const catalogueShots = (): Shot[] =>
  productIds.flatMap((productId) =>
    ['?limit=50', `/${productId}`, '?q=product'].map((asked) => ({ method: 'GET', path: `/api/products${asked}` })),
  );

const orderShot = ({ userId, token }: Buyer, ids: string[]): Shot => ({
  method: 'POST',
  path: '/api/order',
  token,
  body: { userId, items: ids.map((productId) => ({ productId, quantity: 1 })), totalAmount: ids.length },
});
