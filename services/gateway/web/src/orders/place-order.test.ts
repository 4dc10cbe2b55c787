import type { Api, Asked } from '../api';
import { ApiError, unreachable } from '../api-error';
import { createPlaceOrder } from './place-order';

const basket = { items: [{ productId: 'shirt', quantity: 2 }], key: 'the-key' };
const traceId = 'a'.repeat(32);
const away = new ApiError({ code: 'UNAVAILABLE', message: 'away' }, { retryAfterSeconds: 3 });

/** A page whose API gives these answers, one after the other. */
function aPlacing(answers: (object | ApiError)[]) {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const api = ((_path: string, request: Asked) => {
    asked.push(request);
    const answer = answers.shift();
    return answer instanceof ApiError ? Promise.reject(answer) : Promise.resolve(answer);
  }) as Api;
  const wait = (ms: number) => Promise.resolve(void waits.push(ms));
  return {
    asked,
    waits,
    place: createPlaceOrder({ api, wait, newTraceparent: () => `00-${traceId}-${'b'.repeat(16)}-01` }),
  };
}

test('while nobody can say what became of it, it is sent again under the same key', async () => {
  const { asked, waits, place } = aPlacing([unreachable('cut'), away, { order: { orderId: 'one' } }]);

  const placed = await place('ada', basket);

  expect(placed).toEqual({ order: { orderId: 'one' }, traceId });
  expect(asked.map(({ headers }) => headers?.['Idempotency-Key'])).toEqual(Array(3).fill('the-key'));
  expect(asked[0]?.body).toEqual({ userId: 'ada', items: basket.items, totalAmount: 2 });
  expect(waits).toEqual([1_000, 3_000]);
});

test('a refusal is told at once', async () => {
  const refused = new ApiError({ code: 'OUT_OF_STOCK', message: 'none left' });
  const { asked, place } = aPlacing([refused, { order: {} }]);

  await expect(place('ada', basket)).rejects.toBe(refused);
  expect(asked).toHaveLength(1);
});

test('it gives up in the end, and says why', async () => {
  const { asked, place } = aPlacing([away, away, away, away, away]);

  await expect(place('ada', basket)).rejects.toBe(away);
  expect(asked).toHaveLength(4);
});
