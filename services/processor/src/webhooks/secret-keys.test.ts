import { createSecretKeys, newSecret } from './secret-keys';

const [first, second, webhookId] = ['a first key of 32 characters, yes', 'another one of 32 characters too', 'w'];

test('a secret is read again, and not to be seen in what is stored', () => {
  const keys = createSecretKeys([first]);
  const secret = newSecret();
  const sealed = keys.seal(webhookId, secret);

  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(keys.open(webhookId, sealed)).toBe(secret);
  expect(Buffer.from(sealed.sealed, 'base64').toString('latin1')).not.toContain(secret);
  expect(keys.seal(webhookId, secret).sealed).not.toBe(sealed.sealed);
});

test('while a key is replaced, the old one reads and the new one writes', () => {
  const before = createSecretKeys([first]).seal(webhookId, 'whsec_x');
  const keys = createSecretKeys([second, first]);

  expect(keys.open(webhookId, before)).toBe('whsec_x');
  expect(keys.isOutdated(before)).toBe(true);
  const after = keys.seal(webhookId, 'whsec_x');
  expect(keys.isOutdated(after)).toBe(false);
  expect(createSecretKeys([second]).open(webhookId, after)).toBe('whsec_x');
});

test('a secret is read with no other key, for no other webhook, and not after a change', () => {
  const keys = createSecretKeys([first]);
  const sealed = keys.seal(webhookId, 'whsec_x');
  const bytes = Buffer.from(sealed.sealed, 'base64');
  bytes[bytes.length - 1]! ^= 1;

  expect(() => createSecretKeys([second]).open(webhookId, sealed)).toThrow('WEBHOOK_SECRET_KEY');
  expect(() => keys.open('another', sealed)).toThrow();
  expect(() => keys.open(webhookId, { ...sealed, sealed: bytes.toString('base64') })).toThrow();
});

test('without a key nothing is stored', () => {
  const keys = createSecretKeys([]);

  expect(keys.isReady).toBe(false);
  expect(() => keys.seal(webhookId, 'whsec_x')).toThrow(expect.objectContaining({ code: 'WEBHOOK_KEY_MISSING' }));
});
