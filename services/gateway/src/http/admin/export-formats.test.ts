import type { OrderJson as Order } from '@orders/proto/order-json';
import { csvCell, exportFormats } from './export-formats';

const order: Order = {
  orderId: '7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b',
  userId: '66f0c0ffee66f0c0ffee66f0',
  items: [
    { productId: 'prod1', name: 'Shirt', quantity: 2, unitPrice: 1_999 },
    { productId: 'prod2', name: 'Jeans', quantity: 1, unitPrice: 5_990 },
  ],
  totalAmount: 3,
  total: { amount: 9_988, currency: 'EUR' },
  status: 'Failed',
  reason: '=HYPERLINK("https://evil.example","a, b")',
  createdAt: '2026-11-30T09:15:02.114Z',
  updatedAt: '2026-11-30T09:15:02.387Z',
};

test('a line of NDJSON is the order as GET /api/order answers it', () => {
  const line = exportFormats.ndjson.lineOf(order);

  expect(line.endsWith('}\n')).toBe(true);
  expect(JSON.parse(line)).toEqual(order);
});

test('a row of CSV has a cell for each column, in quotes where it holds a comma or a quote', () => {
  const { head, lineOf } = exportFormats.csv;

  expect(head).toBe('orderId,userId,status,reason,createdAt,updatedAt,totalAmount,total,currency,items\r\n');
  expect(lineOf({ ...order, reason: 'no "stock", none' })).toBe(
    '7b0f3f0a-5f3e-5c43-9f43-0d8e5f1f5e9b,66f0c0ffee66f0c0ffee66f0,Failed,"no ""stock"", none",' +
      '2026-11-30T09:15:02.114Z,2026-11-30T09:15:02.387Z,3,9988,EUR,2 x prod1; 1 x prod2\r\n',
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', '"\'\r=1"'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
])('the text %j does not become a formula', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

test('numbers and texts that are no formula stay as they are, and what is not there is empty', () => {
  expect([csvCell(-1), csvCell('a-b'), csvCell(''), csvCell(undefined), csvCell(null)]).toEqual([
    '-1',
    'a-b',
    '',
    '',
    '',
  ]);
});
