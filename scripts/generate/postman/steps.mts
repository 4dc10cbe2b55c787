// What the collection sends in which order, and what it expects to come back.
import { account, accounts } from './account-steps.mts';
import { administration } from './admin-steps.mts';
import { asAdmin, beforeAdmin, forAdmins, holds, keep, ofAdmin, ofBuyer, status, type Step } from './step.mts';

const newOrder = { userId: '{{userId}}', totalAmount: 1, items: [{ productId: '{{productId}}', quantity: 1 }] };
const ofOrder = { ...ofBuyer, pathVariables: { id: '{{orderId}}' } };
const ofNewProduct = { ...asAdmin, before: beforeAdmin, pathVariables: { productId: '{{newProductId}}' } };

const catalogue: Step[] = [
  {
    operation: 'get /api/products',
    query: { limit: '50', q: '{{search}}' },
    expect: [
      status(200),
      'const inStock = pm.response.json().products.find(({ stock }) => stock > 2);',
      holds('there is something to buy', 'Boolean(inStock)'),
      "pm.collectionVariables.set('productId', inStock.productId);",
    ],
  },
  {
    operation: 'get /api/products/{productId}',
    pathVariables: { productId: '{{productId}}' },
    expect: [status(200), holds('it is in stock', 'pm.response.json().product.stock > 0')],
  },
];

const orders: Step[] = [
  {
    operation: 'post /api/order',
    ...ofBuyer,
    before: ["pm.collectionVariables.set('idempotencyKey', pm.variables.replaceIn('{{$guid}}'));"],
    headers: { 'Idempotency-Key': '{{idempotencyKey}}' },
    body: newOrder,
    expect: [status(201), keep('orderId', 'order.orderId')],
  },
  {
    operation: 'post /api/order',
    name: 'Place the same order again',
    ...ofBuyer,
    headers: { 'Idempotency-Key': '{{idempotencyKey}}' },
    body: newOrder,
    expect: [
      status(201),
      holds('it is the same order', "pm.response.json().order.orderId === pm.collectionVariables.get('orderId')"),
      holds('it says so', "pm.response.headers.get('Idempotent-Replayed') === 'true'"),
    ],
  },
  {
    operation: 'post /api/order',
    name: 'Place an order whose total is wrong',
    ...ofBuyer,
    body: { ...newOrder, totalAmount: 2 },
    expect: [status(400), holds('it says why', "pm.response.json().code === 'TOTAL_MISMATCH'")],
  },
  {
    operation: 'post /api/order',
    name: 'Place an order that costs something else',
    ...ofBuyer,
    body: { ...newOrder, total: { amount: 9_007_199_254_740_991, currency: 'EUR' } },
    expect: [
      status(409),
      holds('it says why', "pm.response.json().code === 'PRICE_CHANGED'"),
      holds('it says what it costs', 'Number.isInteger(pm.response.json().details.total.amount)'),
    ],
  },
  {
    operation: 'get /api/orders',
    ...ofBuyer,
    query: { limit: '20' },
    expect: [
      status(200),
      holds(
        'the order is among them',
        "pm.response.json().orders.some(({ orderId }) => orderId === pm.collectionVariables.get('orderId'))",
      ),
    ],
  },
  { operation: 'get /api/order/{id}', ...ofOrder, expect: [status(200)] },
  {
    operation: 'get /api/order/{id}/mail',
    ...ofOrder,
    expect: [status(200), holds('it says how far the mail is', "'mail' in pm.response.json()")],
  },
  {
    operation: 'post /api/order/{id}/cancel',
    ...ofOrder,
    expect: [
      // The processor may have been faster.
      "pm.test('answers 200 or 409', () => pm.expect(pm.response.code).to.be.oneOf([200, 409]));",
    ],
  },
  {
    operation: 'get /api/order/{id}/events',
    ...ofOrder,
    expect: [status(200), holds('it tells a status', "pm.response.text().startsWith('event: status')")],
  },
];

const changes: Step[] = [
  {
    operation: 'post /api/products',
    ...asAdmin,
    before: beforeAdmin,
    body: { productId: '{{newProductId}}', name: 'Sample', stock: 1, price: 1_999, description: 'A sample.' },
    expect: [forAdmins(201), "pm.collectionVariables.set('productTag', pm.response.headers.get('ETag') ?? '*');"],
  },
  {
    operation: 'patch /api/products/{productId}',
    ...ofNewProduct,
    headers: { 'If-Match': '{{productTag}}' },
    body: { name: 'Better sample', price: 2_499 },
    expect: [forAdmins(200)],
  },
  {
    operation: 'post /api/products/import',
    ...ofAdmin,
    headers: { 'Content-Type': 'application/x-ndjson' },
    text: '{"productId": "{{newProductId}}", "price": 2999}\n{"productId": "{{newProductId}}-2", "name": "Another sample"}\n',
    expect: [forAdmins(200)],
  },
  {
    operation: 'post /api/products/{productId}/restock',
    ...ofNewProduct,
    body: { quantity: 5 },
    expect: [forAdmins(200)],
  },
];

/** The folders of the collection, in the order in which they run. */
export const folders: { name: string; steps: Step[] }[] = [
  { name: 'Sign in', steps: accounts },
  { name: 'Look around', steps: catalogue },
  { name: 'Order', steps: orders },
  { name: 'Change the catalogue (admins)', steps: changes },
  { name: 'Look after the system (admins)', steps: administration },
  {
    name: 'Sign out',
    steps: [
      { operation: 'post /api/auth/logout', body: { refreshToken: '{{refreshToken}}' }, expect: [status(204)] },
      { operation: 'post /api/auth/logout-all', ...ofBuyer, expect: [status(204)] },
    ],
  },
  {
    name: 'Leave',
    steps: [
      { operation: 'get /api/account/export', ...ofBuyer, expect: [status(200)] },
      {
        operation: 'delete /api/account',
        ...ofBuyer,
        body: { password: account.password },
        expect: [status(204)],
      },
    ],
  },
];
