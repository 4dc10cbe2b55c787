import { randomUUID } from 'node:crypto';
import { anAddress, orderBody, password, type Item } from '../support/shop';
import { eventually } from '../support/eventually';
import { createAsking, type Placed } from './asking';
import { tryNewFeatures } from './new-features';
import type { RollingSystem } from './rolling-system';

// More than a page of those that later versions ask for.
const manyProducts = Array.from({ length: 101 }, (_, place) => `of-before-${String(place)}`);
const settlesWithinMs = 60_000;

/** What must work in each mix: its own orders up to the mail, those of mixes before, and accounts and sessions of both. */
export async function createTrials({ shop, mix }: RollingSystem) {
  const user = await shop.aUser();
  const productId = 'priced-later';
  const placed: Placed[] = [];
  const asking = createAsking(shop, user);
  const { ask, expect, problems } = asking;
  const state = { newcomer: user.email };

  const place = (items: Item[], key: string, body: object = {}) =>
    ask('/api/order', { body: { ...orderBody(user.userId, items), ...body }, headers: { 'Idempotency-Key': key } });
  const order = async (items: Item[], body: object = {}): Promise<Placed> => {
    const key = randomUUID();
    const answer = await place(items, key, body);
    if (answer.status !== 201) throw new Error(`placing was answered with ${answer.text}`);
    placed.push({ key, items, orderId: (answer.body as { order: { orderId: string } }).order.orderId });
    return placed.at(-1)!;
  };
  const repeat = async ({ key, items, orderId }: Placed): Promise<void> => {
    const { status, body } = await place(items, key);
    expect('a repeated request', [status, body?.order?.orderId], [201, orderId]);
    const other = await place([{ productId, quantity: 3 }], key);
    expect('a key with another body', [other.status, other.body?.code], [422, 'IDEMPOTENCY_KEY_REUSED']);
  };
  const untilMailed = (orderId: string): Promise<void> =>
    eventually(async () => {
      const { body } = await ask(`/api/admin/orders/${orderId}`, { as: 'admin' });
      const found = [body?.order?.status, body?.mail?.state].join();
      if (found !== 'Processed,sent') throw new Error(`the order ${orderId} and its mail are ${found}`);
    }, settlesWithinMs);
  const useAccounts = async (): Promise<void> => {
    const { status, body } = await ask('/api/auth/refresh', { body: { refreshToken: user.refreshToken } });
    expect('a refresh', status, 200);
    Object.assign(user, { token: body.token as string, refreshToken: body.refreshToken as string });
    const login = await ask('/api/auth/login', { body: { email: state.newcomer, password } });
    expect('a sign-in', login.status, 200);
    const email = anAddress();
    const registered = await ask('/api/auth/register', { body: { name: 'Newcomer', email, password } });
    // After an answer that was lost, the address is taken.
    expect('a registration', [201, 409].includes(registered.status), true);
    state.newcomer = email;
  };

  for (const id of [productId, ...manyProducts]) {
    await ask('/api/products', { as: 'admin', body: { productId: id, name: 'Of before', stock: 1_000_000 } });
  }

  return {
    productId,
    /** The orders that were acknowledged. */
    placed,
    /** Sends back what old processors could not read, as the guide has it; to be called where all is new. */
    redrive: (): Promise<void> =>
      eventually(async () => {
        await ask('/api/admin/dlq/redrive', { method: 'POST', as: 'admin' });
        const { body } = await ask('/api/admin/queue', { as: 'admin' });
        if (body.queue.deadLetters > 0) throw new Error('the dead-letter queue does not become empty');
      }, settlesWithinMs),
    /** Returns what was wrong. */
    run: async (): Promise<string[]> => {
      const before = placed.at(-1);
      const now = await order([{ productId, quantity: 2 }]);
      await repeat(now);
      if (before) await repeat(before);
      await useAccounts();
      await untilMailed(now.orderId);
      const { body } = await ask(`/api/orders/${now.orderId}`);
      expect('an order', [body?.order?.status, body?.order?.totalAmount], ['Processed', 2]);
      const { body: catalogue } = await ask('/api/products');
      const isWhole = (catalogue?.products as unknown[]).length > manyProducts.length;
      if (mix.gateway === 'old') expect('a catalogue of an old gateway is whole', isWhole, true);
      await tryNewFeatures({ mix, asking, order, place, productId, oldest: placed[0]! });
      return problems.splice(0);
    },
  };
}

export type Trials = Awaited<ReturnType<typeof createTrials>>;
