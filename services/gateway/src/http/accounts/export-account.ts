import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { requestContext, withRequestContext } from '@orders/shared/request-context';
import type { AuthClient } from '../../clients/auth-client';
import type { OrderClient } from '../../clients/order-client';
import type { ProcessorClient } from '../../clients/processor-client';

export interface ExportNeeds {
  auth: Pick<AuthClient, 'getAccount' | 'listSessions'>;
  orders: Pick<OrderClient, 'listOrders'>;
  processor: Pick<ProcessorClient, 'listAccountMails' | 'getMails'>;
  now: () => number;
}

const pageSize = 100;

/** Writes all that is kept about a user as one JSON object, page by page, as fast as it is read. */
export async function exportAccount(needs: ExportNeeds, userId: string, response: ServerResponse): Promise<void> {
  // Whatever is unavailable now is answered as such; later only the connection can be cut.
  const [user, sessions, mails, orders] = await Promise.all([
    needs.auth.getAccount(userId),
    needs.auth.listSessions(userId),
    needs.processor.listAccountMails(userId),
    readOrders(needs, userId, ''),
  ]);
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="account.json"',
    'Cache-Control': 'no-store',
  });
  const head = { exportedAt: new Date(needs.now()).toISOString(), user, sessions, mails };
  const text = textOf(head, orders, (cursor) => readOrders(needs, userId, cursor));
  await withoutDeadline(() => pipeline(Readable.from(text), response)).catch(() => undefined);
}

/** A page of the user's orders, each with its mail. */
async function readOrders({ orders, processor }: ExportNeeds, userId: string, cursor: string) {
  const page = await orders.listOrders({ userId, limit: pageSize, cursor });
  const mails = await processor.getMails(page.orders.map(({ orderId }) => orderId));
  return { ...page, orders: page.orders.map((order) => ({ ...order, mail: mails.get(order.orderId) ?? null })) };
}

type Page = Awaited<ReturnType<typeof readOrders>>;

async function* textOf(head: object, first: Page, next: (cursor: string) => Promise<Page>): AsyncGenerator<string> {
  yield `${JSON.stringify({ success: true, ...head }).slice(0, -1)},"orders":[`;
  let [page, separator]: [Page | undefined, string] = [first, ''];
  while (page) {
    for (const order of page.orders) {
      yield `${separator}${JSON.stringify(order)}`;
      separator = ',';
    }
    page = page.nextCursor === null ? undefined : await next(page.nextCursor);
  }
  yield ']}';
}

/** An export may take longer than any request; each of its calls has a limit of its own. */
function withoutDeadline<T>(work: () => Promise<T>): Promise<T> {
  const context = requestContext();
  return context ? withRequestContext({ ...context, deadline: Infinity }, work) : work();
}
