import fc from 'fast-check';
import { orderMail, type MailFacts } from './order-mail';

const orderId = '0c6f5e0a-6f0c-4f5e-9a53-5f1f2c3d4e5f';
const facts = (changes: Partial<MailFacts['order']> = {}, buyerName = 'Ada'): MailFacts => ({
  order: {
    orderId,
    status: 'Processed',
    items: [
      { productId: 'prod1', quantity: 2 },
      { productId: 'prod2', quantity: 30 },
    ],
    totalAmount: 32,
    ...changes,
  },
  buyerName,
});
const hostile = fc.constantFrom('<', '>', '&', '"', "'", '/', '=', 'ä', '\n', '\r', '\u2028', '\u0000', 'script');
const tags = (html: string) => html.match(/<[^>]*>/g);

test('a processed order is confirmed with its items and their sum, in text and in HTML', () => {
  const { subject, text, html } = orderMail(facts());

  expect(subject).toBe(`Your order ${orderId} is confirmed`);
  expect(text).toMatch(/^Hello Ada,/);
  expect(text).toContain(`Order:  ${orderId}\nStatus: Processed\n`);
  expect(text).toMatch(/prod1 +2\nprod2 +30\n-+\nTotal +32\n/);
  expect(html).toContain(`<strong>Order:</strong> ${orderId}<br>\n<strong>Status:</strong> Processed`);
  expect(html).toMatch(/<td[^>]*>prod2<\/td><td[^>]*>30<\/td>/);
  expect(html).toMatch(/<th[^>]*>Total<\/th><th[^>]*>32<\/th>/);
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
      const order = { orderId: id, status: 'Failed' as const, reason, items: [{ productId: name, quantity: 1 }] };
      const mail = orderMail(facts(order, name));
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
      expect(mail.subject.isWellFormed() && mail.text.isWellFormed() && mail.html.isWellFormed()).toBe(true);
      expect(mail.html.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
      expect(mail.html).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
    }),
  );
});
