// This system, whole: a signed-in buyer's order is one call, and its mail goes out as soon as it is settled.
import type { RunFolder } from '../../local/system/folders.mts';
import { productDocument, productIds } from '../databases.mts';
import { describeRun } from '../run.mts';
import { registerBuyers, signInAgain } from '../shots.mts';
import { createWorld } from '../world.mts';
import { Refusal, hastyBuyers, stocked, type Shop } from './shop.mts';

export async function openOurs(
  folder: RunFolder,
  backing: Record<string, string>,
): Promise<Shop & { close: () => Promise<void> }> {
  const world = await createWorld(folder, backing, { size: 0 });
  const chain = await world.open('system');
  const { databases } = world;
  const services = chain.processes().map(({ name }) => name);
  const buyers = await registerBuyers(chain.port, hastyBuyers, 'peer');
  const products = databases.client.db(`${chain.prefix}inventory`).collection<{ _id: string }>('products');
  const few = ({ name, stock }: { name: string; stock: number }) => ({
    ...productDocument(name),
    available: stock,
    initial: stock,
  });
  await products.insertMany(stocked.slice(productIds.length).map(few));
  await chain.stopAll();
  let expectedMails = 0;

  return {
    name: 'this system',
    version: describeRun().commit,
    calls: ['order'],
    does: 'an order that survives a crash of any part, a queue, settling, a mail for each order; no tax, shipping, promotions or payment',
    warmUpSeconds: 10,
    seconds: 20,
    start: async () => {
      // Pending mails of orders placed before the measurement must not count.
      await databases.forgetMails(chain.prefix);
      expectedMails = await databases.countMailed(chain.prefix);
      const unlimited = { MAIL_RATE_PER_SECOND: '10000' };
      await Promise.all(services.map((name) => chain.start(name, name === 'processor' ? unlimited : {})));
      await signInAgain(chain.port, buyers);
    },
    stop: chain.stopAll,
    watched: () => world.watched(chain),
    place: async ({ buyer, product: productId }, call) => {
      const { userId = '', token = '' } = buyers[buyer] ?? {};
      const body = { userId, items: [{ productId, quantity: 1 }], totalAmount: 1 };
      const reply = await call(`http://127.0.0.1:${chain.port}/api/order`, body, { Authorization: `Bearer ${token}` });
      if (reply.status !== 201) throw new Refusal(`${reply.status} ${(reply.body as { code?: string }).code ?? ''}`);
      expectedMails += 1;
    },
    untilDone: async () => {
      await databases.untilSettled(chain.prefix);
      await databases.untilMailed(chain.prefix, expectedMails, 1_000);
    },
    close: world.stop,
  };
}
