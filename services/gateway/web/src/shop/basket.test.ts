import { emptyBasket, quantityOf, unitsIn, withQuantity } from './basket';

let keys = 0;
const newKey = () => `key-${(keys += 1)}`;
const shirts = (quantity: number) => ({ productId: 'shirt', quantity });

test('other items are another order, with another key', () => {
  const one = withQuantity(emptyBasket(newKey), shirts(1), newKey);
  const two = withQuantity(one, shirts(2), newKey);

  expect(two.items).toEqual([shirts(2)]);
  expect(two.key).not.toBe(one.key);
});

test('the same items stay one attempt', () => {
  const one = withQuantity(emptyBasket(newKey), shirts(1), newKey);

  expect(withQuantity(one, shirts(1), newKey).key).toBe(one.key);
});

test('a quantity of zero takes the product out, and the rest adds up', () => {
  const both = withQuantity(
    withQuantity(emptyBasket(newKey), shirts(2), newKey),
    { productId: 'hat', quantity: 3 },
    newKey,
  );

  expect(unitsIn(both)).toBe(5);
  expect(withQuantity(both, shirts(0), newKey).items).toEqual([{ productId: 'hat', quantity: 3 }]);
  expect(quantityOf(both, 'nothing')).toBe(0);
});

test('a product keeps the price at which it was put in', () => {
  const euro = (amount: number) => ({ amount, currency: 'EUR' });
  const one = withQuantity(emptyBasket(newKey), { ...shirts(1), unitPrice: euro(1_999) }, newKey);
  const two = withQuantity(one, { ...shirts(2), unitPrice: euro(2_199) }, newKey);

  expect(two.items).toEqual([{ ...shirts(2), unitPrice: euro(1_999) }]);
});
