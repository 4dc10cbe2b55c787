import type { Api, ApiRequest } from '../../api/api';
import { ApiError } from '../../api/api-error';
import type { Product } from '../../shop/product';
import { createSaveFacts, factsOf } from './save-facts';

const aProduct = (facts: Partial<Product> = {}): Product => ({
  productId: 'shirt',
  name: 'Shirt',
  description: '',
  imageUrl: null,
  price: { amount: 1_999, currency: 'EUR' },
  stock: 10,
  archived: false,
  revision: 7,
  ...facts,
});
const typed = { ...factsOf(aProduct()), name: 'Linen shirt' };
const outdated = new ApiError({ code: 'PRECONDITION_FAILED', message: 'it has changed' });

/** A page whose API gives these answers, one after the other. */
function aPage(answers: (Product | ApiError)[]) {
  const sent: ApiRequest[] = [];
  const api = ((_path: string, request: ApiRequest = {}) => {
    if (request.method) sent.push(request);
    const answer = answers.shift();
    return answer instanceof ApiError ? Promise.reject(answer) : Promise.resolve({ product: answer });
  }) as Api;
  return { sent, save: createSaveFacts({ api, newKey: () => `key-${sent.length}`, wait: () => Promise.resolve() }) };
}
const conditionsOf = (sent: ApiRequest[]) => sent.map(({ headers }) => headers?.['If-Match']);

test('what was typed is saved over the revision that was shown', async () => {
  const { sent, save } = aPage([aProduct({ name: 'Linen shirt', revision: 8 })]);

  expect(await save(aProduct(), typed)).toMatchObject({ revision: 8 });
  expect(sent).toMatchObject([{ method: 'PATCH', body: typed, headers: { 'If-Match': '"7"' } }]);
});

test('orders that change the stock meanwhile do not stop it', async () => {
  const { sent, save } = aPage([outdated, aProduct({ stock: 9, revision: 8 }), aProduct({ revision: 9 })]);

  await save(aProduct(), typed);

  expect(conditionsOf(sent)).toEqual(['"7"', '"8"']);
  expect(new Set(sent.map(({ headers }) => headers?.['Idempotency-Key'])).size).toBe(2);
});

test('what another admin has changed is not overwritten', async () => {
  const { sent, save } = aPage([outdated, aProduct({ price: { amount: 999, currency: 'EUR' }, revision: 8 })]);

  await expect(save(aProduct(), typed)).rejects.toBe(outdated);
  expect(sent).toHaveLength(1);
});

test('it gives up where the stock changes all the time', async () => {
  const { sent, save } = aPage(Array.from({ length: 9 }, (_, index) => (index % 2 === 0 ? outdated : aProduct())));

  await expect(save(aProduct(), typed)).rejects.toBe(outdated);
  expect(sent).toHaveLength(4);
});
