import { accountMail, accountMailKinds, type MailTopic } from './account-mail';

const webhook = { webhookId: 'w-1', host: 'crm.example', reason: 'the receiver answered 410 Gone', at: new Date(0) };
const topics: MailTopic[] = [...accountMailKinds.map((kind) => ({ kind })), { kind: 'webhook-disabled', webhook }];
const facts = { name: 'Ada', token: 'a-token', publicUrl: 'https://shop.example' };

test.each([
  ['verify-email', 'https://shop.example/#verify-email?token=a-token'],
  ['reset-password', 'https://shop.example/#reset-password?token=a-token'],
] as const)('the mail of %s carries its link, as text and as HTML', (kind, url) => {
  const { text, html } = accountMail({ ...facts, kind });

  expect(text).toContain(url);
  expect(html).toContain(`<a href="${url}" `);
});

test('a mail that says that the password was changed carries no link', () => {
  const { text, html } = accountMail({ ...facts, kind: 'password-changed', token: '' });

  expect(text).not.toContain('http');
  expect(html).not.toContain('<a');
});

test('a mail about a webhook names its receiver, the reason and the time, and leads to its deliveries', () => {
  const { subject, text, html } = accountMail({ ...facts, token: '', kind: 'webhook-disabled', webhook });

  expect(subject).toBe('A webhook was disabled: crm.example');
  expect(text).toContain(
    'w-1 to crm.example was disabled at 1970-01-01T00:00:00.000Z: the receiver answered 410 Gone.',
  );
  expect(text).toContain('https://shop.example/#/admin/webhooks/w-1');
  expect(html).toContain('<a href="https://shop.example/#/admin/webhooks/w-1" ');
});

test.each(topics)('the name in a mail of $kind is escaped, and stays on its line', (topic) => {
  const { text, html } = accountMail({ ...facts, ...topic, name: 'Ada\r\n<b>' });

  expect(text).toContain('Hello Ada <b>,\n');
  expect(html).toContain('Hello Ada &lt;b&gt;,');
});
