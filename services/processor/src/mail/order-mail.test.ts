import fc from 'fast-check';
import { orderMail, type MailFacts } from './order-mail';

const orderId = '0c6f5e0a-6f0c-4f5e-9a53-5f1f2c3d4e5f';
const facts = (changes: Partial<MailFacts['order']> = {}, buyerName = 'Ada'): MailFacts => ({
  order: {
    orderId,
    status: 'Processed',
    items: [
      { productId: 'prod1', name: 'Shirt', quantity: 2, unitPrice: 1_999 },
      { productId: 'prod2', name: 'Jeans', quantity: 30, unitPrice: 5_990 },
    ],
    totalAmount: 32,
    total: { amount: 183_698, currency: 'EUR' },
    ...changes,
  },
  buyerName,
});
const hostile = fc.constantFrom('<', '>', '&', '"', "'", '/', '=', 'ä', '\n', '\r', '\u2028', '\u0000', 'script');
const cellsOf = (html: string) => [...html.matchAll(/<t[hd] [^>]*>([^<]*)</g)].map(([, cell]) => cell);
const tags = (html: string) => html.match(/<[^>]*>/g);

test('a processed order is confirmed with its items, their prices and their sums, in text and in HTML', () => {
  const { subject, text, html } = orderMail(facts());

  expect(subject).toBe(`Your order ${orderId} is confirmed`);
  expect(text).toMatch(/^Hello Ada,/);
  expect(text).toContain(`Order:  ${orderId}\nStatus: Processed\n`);
  expect(text).toMatch(/Shirt +2 +€19\.99 +€39\.98\nJeans +30 +€59\.90 +€1,797\.00\n-+\nTotal +32 +€1,836\.98\n/);
  expect(html).toContain(`<strong>Order:</strong> ${orderId}<br>\n<strong>Status:</strong> Processed`);
  expect(cellsOf(html)).toEqual([
    ...['Product', 'Quantity', 'Price', 'Total'],
    ...['Shirt', '2', '€19.99', '€39.98'],
    ...['Jeans', '30', '€59.90', '€1,797.00'],
    ...['Total', '32', '', '€1,836.98'],
  ]);
});

test.each([
  ['JPY', ['¥1,999', '¥3,998']],
  ['KWD', ['KWD\u00a01.999', 'KWD\u00a03.998']],
])("in %s the amounts have that currency's decimals", (currency, cells) => {
  const { html } = orderMail(facts({ total: { amount: 183_698, currency } }));

  expect(cellsOf(html)).toEqual(expect.arrayContaining(cells));
});

test('an order for which no prices were decided shows none', () => {
  const { total: _, ...order } = facts().order;
  const { text, html } = orderMail({ order, buyerName: 'Ada' });

  expect(text).toMatch(/Product +Quantity\n-+\nShirt +2\nJeans +30\n-+\nTotal +32\n/);
  expect(cellsOf(html)).toEqual(['Product', 'Quantity', 'Shirt', '2', 'Jeans', '30', 'Total', '32']);
});

test('a failed order says so, and why', () => {
  const { subject, text, html } = orderMail(facts({ status: 'Failed', reason: 'given up by an operator' }));

  expect(subject).toBe(`Your order ${orderId} could not be fulfilled`);
  expect(text).toContain('Status: Failed\nReason: given up by an operator\n');
  expect(html).toContain('<strong>Reason:</strong> given up by an operator');
});

test('a processed order has no reason, whatever came along', () => {
  expect(orderMail(facts({ reason: 'left over' })).text).not.toContain('left over');
});

test('a buyer whose name is nothing but control characters is greeted all the same', () => {
  expect(orderMail(facts({}, '\r\n\t\u202e')).text).toMatch(/^Hello there,\n/);
});

test('no name adds a tag or a line, and every name can be read in the HTML as it was', () => {
  const plain = orderMail(facts());

  fc.assert(
    fc.property(fc.string({ unit: hostile }), (name) => {
      const { text, html, subject } = orderMail(facts({}, name));
      expect(tags(html)).toEqual(tags(plain.html));
      expect(html.split('\n')).toHaveLength(plain.html.split('\n').length);
      expect(text.split('\n')).toHaveLength(plain.text.split('\n').length);
      expect(subject).toBe(plain.subject);
    }),
  );
});

test('whatever ids, names and reasons hold, nothing ends a header or opens a tag', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });

  fc.assert(
    fc.property(anything, anything, anything, (id, name, reason) => {
      const order = {
        orderId: id,
        status: 'Failed' as const,
        reason,
        items: [{ productId: id, name, quantity: 1, unitPrice: 5 }],
      };
      const mail = orderMail(facts(order, name));
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
      expect(mail.subject.isWellFormed() && mail.text.isWellFormed() && mail.html.isWellFormed()).toBe(true);
      expect(mail.html.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
      expect(mail.html).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
    }),
  );
});
