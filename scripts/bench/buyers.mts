// The users of a bench, and what they ask for.
import type { Shot } from './load/load.mts';
import { hotProductId, productIds } from './stores.mts';

export interface Buyer {
  userId: string;
  email: string;
  token: string;
}

export const password = 'correct horse battery';

/** Registers users at a gateway. */
export async function registerBuyers(port: number, count: number): Promise<Buyer[]> {
  const buyers: Buyer[] = [];
  for (let place = 0; place < count; place += 1) {
    const email = `buyer-${place}@example.org`;
    const { user, token } = await openSession(port, 'register', { name: 'Bench Buyer', email, password });
    buyers.push({ userId: user._id, email, token });
  }
  return buyers;
}

export async function signInAgain(port: number, buyers: Buyer[]): Promise<void> {
  for (const buyer of buyers) buyer.token = (await openSession(port, 'login', { email: buyer.email, password })).token;
}

async function openSession(port: number, how: 'register' | 'login', body: object) {
  const response = await fetch(`http://127.0.0.1:${port}/api/auth/${how}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${how} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as { user: { _id: string }; token: string };
}

/** Orders of one product each, spread over all products. */
export const spreadShots = (buyers: Buyer[]): Shot[] =>
  buyers.flatMap((buyer) => productIds.map((productId) => orderShot(buyer, [productId])));

/** Orders that all want the same product. */
export const hotShots = (buyers: Buyer[]): Shot[] => buyers.map((buyer) => orderShot(buyer, [hotProductId]));

/** Orders of five products each. */
export const fiveLineShots = (buyers: Buyer[]): Shot[] =>
  buyers.flatMap((buyer) =>
    productIds.map((_, place) =>
      orderShot(
        buyer,
        Array.from({ length: 5 }, (__, line) => productIds[(place + line * 17) % productIds.length] ?? ''),
      ),
    ),
  );

export const signInShots = (buyers: Buyer[]): Shot[] =>
  buyers.map(({ email }) => ({ method: 'POST', path: '/api/auth/login', body: { email, password } }));

export const readShot = ({ token }: Buyer, orderId: string): Shot => ({
  method: 'GET',
  path: `/api/order/${orderId}`,
  token,
});

export const historyShots = (buyers: Buyer[]): Shot[] =>
  buyers.map(({ token }) => ({ method: 'GET', path: '/api/order?limit=20', token }));

/** The page behind an order; the cursor is made as the order service makes it. */
export const pageShot = ({ token }: Buyer, { orderId, createdAt }: { orderId: string; createdAt: Date }): Shot => ({
  method: 'GET',
  path: `/api/order?limit=20&cursor=${Buffer.from(`${createdAt.getTime()} ${orderId}`).toString('base64url')}`,
  token,
});

const orderShot = ({ userId, token }: Buyer, ids: string[]): Shot => ({
  method: 'POST',
  path: '/api/order',
  token,
  body: { userId, items: ids.map((productId) => ({ productId, quantity: 1 })), totalAmount: ids.length },
});
