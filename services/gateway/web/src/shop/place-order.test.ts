import type { Api, ApiRequest } from '../api/api';
import { ApiError, unreachable } from '../api/api-error';
import { createPlaceOrder } from './place-order';

const total = { amount: 3_998, currency: 'EUR' };
const basket = { items: [{ productId: 'shirt', quantity: 2 }], key: 'the-key' };
const traceId = 'a'.repeat(32);
const unavailable = new ApiError(
  { code: 'UNAVAILABLE', message: 'inventory is unavailable' },
  { retryAfterSeconds: 3 },
);

/** A page whose API gives these answers, one after the other. */
function aPlacing(answers: (object | ApiError)[]) {
  const requests: ApiRequest[] = [];
  const waits: number[] = [];
  const api = ((_path: string, request: ApiRequest) => {
    requests.push(request);
    const answer = answers.shift();
    return answer instanceof ApiError ? Promise.reject(answer) : Promise.resolve(answer);
  }) as Api;
  const wait = (ms: number) => Promise.resolve(void waits.push(ms));
  return {
    requests,
    waits,
    place: createPlaceOrder({ api, wait, newTraceparent: () => `00-${traceId}-${'b'.repeat(16)}-01` }),
  };
}

test('while its outcome is unknown an order is sent again under the same key', async () => {
  const { requests, waits, place } = aPlacing([unreachable('cut'), unavailable, { order: { orderId: 'one' } }]);

  const placed = await place({ userId: 'ada', basket, total });

  expect(placed).toEqual({ order: { orderId: 'one' }, traceId });
  expect(requests.map(({ headers }) => headers?.['Idempotency-Key'])).toEqual(Array(3).fill('the-key'));
  expect(requests[0]?.body).toEqual({ userId: 'ada', items: basket.items, totalAmount: 2, total });
  expect(waits).toEqual([1_000, 3_000]);
});

test.each(['OUT_OF_STOCK', 'OUTCOME_UNKNOWN'])('%s is reported at once', async (code) => {
  const refused = new ApiError({ code, message: 'no' });
  const { requests, place } = aPlacing([refused, { order: {} }]);

  await expect(place({ userId: 'ada', basket, total })).rejects.toBe(refused);
  expect(requests).toHaveLength(1);
});

test('it gives up in the end and reports why', async () => {
  const { requests, place } = aPlacing([unavailable, unavailable, unavailable, unavailable, unavailable]);

  await expect(place({ userId: 'ada', basket, total })).rejects.toBe(unavailable);
  expect(requests).toHaveLength(4);
});
