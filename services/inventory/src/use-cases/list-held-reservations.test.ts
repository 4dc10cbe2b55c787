import { createListHeldReservations } from './list-held-reservations';

const heldBefore = new Date('2026-01-01T00:00:00Z');
const held = (orderId: string, ageMs: number) => ({
  orderId,
  epoch: 1,
  heldAt: new Date(heldBefore.getTime() - ageMs),
});

test('a full page names where the next one begins, the last one nothing', async () => {
  const all = [held('a', 3), held('b', 2), held('c', 1)];
  const list = createListHeldReservations({
    listHeld: ({ after, limit }) => {
      const from = after ? all.findIndex(({ orderId }) => orderId === after.orderId) + 1 : 0;
      if (after) expect(after.heldAt).toEqual(all[from - 1]?.heldAt);
      return Promise.resolve(all.slice(from, from + limit));
    },
  });

  const first = await list({ heldBefore, pageSize: 2, pageToken: '', readAt: '' });
  const second = await list({ heldBefore, pageSize: 2, pageToken: first.nextPageToken, readAt: '' });

  expect(first.reservations).toEqual(all.slice(0, 2));
  expect(second).toEqual({ reservations: all.slice(2), nextPageToken: '' });
});

test('a full page with nothing behind it is the last one', async () => {
  const list = createListHeldReservations({ listHeld: () => Promise.resolve([held('a', 1)]) });

  expect((await list({ heldBefore, pageSize: 1, pageToken: '', readAt: '' })).nextPageToken).toBe('');
});

test('a malformed page token is refused', async () => {
  const list = createListHeldReservations({ listHeld: () => Promise.resolve([]) });

  await expect(list({ heldBefore, pageSize: 1, pageToken: 'x', readAt: '' })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
  });
});
