import type { Order } from '../domain/order';
import { createExportOrders, type ExportedPage, type ExportOrdersNeeds } from './export-orders';

const start = Date.UTC(2026, 10, 30);

const anOrder = (index: number): Order => ({
  orderId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  userId: 'a'.repeat(24),
  items: [],
  totalAmount: 0,
  status: 'Processed',
  // Ten orders have the same time.
  createdAt: new Date(start + Math.floor(index / 10)),
  updatedAt: new Date(start),
  revision: 2,
});
const stored = Array.from({ length: 1_030 }, (_, index) => anOrder(index));

function exporter() {
  const pages: Parameters<ExportOrdersNeeds['lists']['pageFrom']>[0][] = [];
  const exportOrders = createExportOrders({
    lists: {
      pageFrom: (page) => {
        pages.push(page);
        const { from, to, after, limit } = page;
        const isWithin = ({ createdAt, orderId }: Order) =>
          createdAt >= from && createdAt < to && (!after || orderId > after.orderId);
        return Promise.resolve(stored.filter(isWithin).slice(0, limit));
      },
    },
    now: () => new Date(start + 1_000),
  });
  return { exportOrders, pages };
}

test('every order comes once, oldest first, in messages of at most 25', async () => {
  const { exportOrders, pages } = exporter();

  const messages = await allOf(exportOrders({ pageToken: '' }));

  expect(messages.flatMap(({ orders }) => orders)).toEqual(stored);
  expect(Math.max(...messages.map(({ orders }) => orders.length))).toBe(25);
  expect(new Set(pages.map(({ to }) => to.getTime()))).toEqual(new Set([start + 1_000]));
});

test('the token of any message continues behind it', async () => {
  const { exportOrders } = exporter();
  const messages = await allOf(exportOrders({ pageToken: '' }));

  for (const index of [0, 7, 20, messages.length - 1]) {
    const rest = await allOf(exportOrders({ pageToken: messages[index]!.nextPageToken }));
    const expected = messages.slice(index + 1).flatMap(({ orders }) => orders);
    expect(rest.flatMap(({ orders }) => orders)).toEqual(expected);
  }
});

test('nothing is read before somebody takes what was read', async () => {
  const { exportOrders, pages } = exporter();
  const messages = exportOrders({ pageToken: '' });

  for (let taken = 0; taken < 8; taken += 1) await messages.next();

  expect(pages).toHaveLength(1);
  await messages.return(undefined);
});

test('a token of another form is refused', async () => {
  await expect(exporter().exportOrders({ pageToken: 'none' }).next()).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
  });
});

async function allOf(messages: AsyncIterable<ExportedPage>): Promise<ExportedPage[]> {
  const all: ExportedPage[] = [];
  for await (const message of messages) all.push(message);
  return all;
}
