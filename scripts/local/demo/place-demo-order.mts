// The demo: one order from sign-in to mail, as a buyer sees it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Variables } from '../system/env-file.mts';
import { Failure } from '../system/command.mts';
import { gatewayUrl } from '../system/urls.mts';
import { demoUser, signInDemoUser, type SignedIn } from './accounts.mts';
import { printMail } from './mail.mts';
import { createRest, expectStatus, type Rest } from './rest.mts';
import { findProduct } from './shelf.mts';
import { verifyAddress } from './verify-address.mts';

interface Order {
  orderId: string;
  total: { amount: number; currency: string };
  status: string;
  reason?: string;
}

export async function placeDemoOrder(env: Variables): Promise<void> {
  const rest = createRest(gatewayUrl(env));
  const buyer = await signInDemoUser(rest, env);
  console.log(`Signed in as ${demoUser.email} with the password ${demoUser.password}, who is an admin.`);
  const product = await findProduct(rest, buyer.token);
  const order = await place(rest, { buyer, productId: product.productId, endpoint: env['AWS_ENDPOINT_URL'] });
  const { moneyFormat } = await import('@orders/shared/money-format');
  const price = moneyFormat(order.total.currency)(order.total.amount);
  console.log(
    `Ordered one ${product.name} (${product.productId}, ${product.stock} in stock) for ${price}: order ${order.orderId}`,
  );
  const final = await follow(rest, { order, token: buyer.token });
  await printMail(env, order.orderId);
  if (final.status !== 'Processed')
    throw new Failure(`The demo order became ${final.status}: ${final.reason ?? 'no reason given'}`);
}

interface Purchase {
  buyer: SignedIn;
  productId: string;
  endpoint: string | undefined;
}

async function place(rest: Rest, { buyer, productId, endpoint }: Purchase): Promise<Order> {
  const body = { userId: buyer.userId, totalAmount: 1, items: [{ productId, quantity: 1 }] };
  const ask = () => rest({ method: 'POST', path: '/api/order', token: buyer.token, body });
  let answer = await ask();
  if (answer.body['code'] === 'EMAIL_NOT_VERIFIED' && endpoint !== undefined) {
    await verifyAddress(rest, { email: demoUser.email, token: buyer.token, endpoint });
    answer = await ask();
  }
  return expectStatus(answer, 201)['order'] as Order;
}

/** Prints each status as it comes, until a final one. */
async function follow(rest: Rest, { order, token }: { order: Order; token: string }): Promise<Order> {
  const started = performance.now();
  let seen = order;
  report(seen, started);
  while (seen.status === 'Pending') {
    if (performance.now() - started > 60_000)
      throw new Failure(`Order ${order.orderId} is still Pending after 60 s: see make status and make logs.`);
    await sleep(50);
    const answer = await rest({ path: `/api/order/${order.orderId}`, token });
    seen = expectStatus(answer, 200)['order'] as Order;
    if (seen.status !== 'Pending') report(seen, started);
  }
  return seen;
}

const report = ({ status, reason }: Order, started: number) =>
  console.log(
    `  ${status.padEnd(11)}after ${String(Math.round(performance.now() - started))} ms${reason === undefined ? '' : `: ${reason}`}`,
  );
