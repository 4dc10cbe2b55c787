import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { requestContext, withRequestContext } from '@orders/shared/request-context';
import type { Account, AuthClient, OpenSession } from '../../clients/auth-client';
import type { OrderClient } from '../../clients/order-client';
import type { AccountMail, ProcessorClient } from '../../clients/processor-client';

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
  const [user, sessions, mails] = await Promise.all([
    needs.auth.getAccount(userId),
    needs.auth.listSessions(userId),
    needs.processor.listAccountMails(userId),
  ]);
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="account.json"',
    'Cache-Control': 'no-store',
  });
  const head = { exportedAt: new Date(needs.now()).toISOString(), user, sessions, mails };
  await withoutDeadline(() => pipeline(Readable.from(textOf(needs, userId, head)), response)).catch(() => undefined);
}

interface Head {
  exportedAt: string;
  user: Account;
  sessions: OpenSession[];
  mails: AccountMail[];
}

async function* textOf(needs: ExportNeeds, userId: string, head: Head): AsyncGenerator<string> {
  yield `${JSON.stringify({ success: true, ...head }).slice(0, -1)},"orders":[`;
  let [cursor, separator]: [string | null, string] = ['', ''];
  while (cursor !== null) {
    const page: Awaited<ReturnType<ExportNeeds['orders']['listOrders']>> = await needs.orders.listOrders({
      userId,
      limit: pageSize,
      cursor,
    });
    const mails = await needs.processor.getMails(page.orders.map(({ orderId }) => orderId));
    for (const order of page.orders) {
      yield `${separator}${JSON.stringify({ ...order, mail: mails.get(order.orderId) ?? null })}`;
      separator = ',';
    }
    cursor = page.nextCursor;
  }
  yield ']}';
}

/** An export may take longer than any request; each of its calls has a limit of its own. */
function withoutDeadline<T>(work: () => Promise<T>): Promise<T> {
  const context = requestContext();
  return context ? withRequestContext({ ...context, deadline: Infinity }, work) : work();
}
