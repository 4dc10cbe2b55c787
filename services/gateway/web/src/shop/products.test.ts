import type { Api } from '../api/api';
import { ApiError } from '../api/api-error';
import type { Product } from './product';
import { createProducts } from './products';

const aProduct = (amount: number, facts: Partial<Product> = {}) =>
  ({ productId: 'shirt', price: { amount, currency: 'EUR' }, archived: false, ...facts }) as Product;
const unknown = new ApiError({ code: 'UNKNOWN_PRODUCT', message: 'no' });

/** A catalogue that gives these answers, one after the other. */
function aCatalogue(answers: (Product | ApiError)[]) {
  const waits: number[] = [];
  const api = (() => {
    const answer = answers.shift();
    return answer instanceof ApiError ? Promise.reject(answer) : Promise.resolve({ product: answer });
  }) as Api;
  return { waits, ...createProducts({ api, wait: (ms) => Promise.resolve(void waits.push(ms)) }) };
}

test('a product that is unknown or archived cannot be ordered any more', async () => {
  const { read, known } = aCatalogue([unknown, aProduct(1, { archived: true }), aProduct(1)]);

  await read(['shirt']);
  expect(known.get()).toEqual({ shirt: 'gone' });
  await read(['shirt']);
  expect(known.get()).toEqual({ shirt: 'gone' });
  await read(['shirt']);
  expect(known.get()).toEqual({ shirt: aProduct(1) });
});

test('prices are read again until they add up to what the order would cost', async () => {
  const { readUntil, known, waits } = aCatalogue([aProduct(10), aProduct(10), aProduct(12)]);

  await readUntil([{ productId: 'shirt', quantity: 2 }], 24, { maxReads: 5, pauseMs: 1_100 });

  expect(known.get()).toEqual({ shirt: aProduct(12) });
  expect(waits).toEqual([1_100, 1_100]);
});

test('they are not read for ever', async () => {
  const { readUntil, waits } = aCatalogue(Array<Product>(9).fill(aProduct(10)));

  await readUntil([{ productId: 'shirt', quantity: 1 }], 99, { maxReads: 3, pauseMs: 1_100 });

  expect(waits).toHaveLength(2);
});
