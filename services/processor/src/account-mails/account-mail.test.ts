import { accountMail, accountMailKinds } from './account-mail';

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

test.each(accountMailKinds)('the name in a mail of %s is escaped, and stays on its line', (kind) => {
  const { text, html } = accountMail({ ...facts, kind, name: 'Ada\r\n<b>' });

  expect(text).toContain('Hello Ada <b>,\n');
  expect(html).toContain('Hello Ada &lt;b&gt;,');
});
