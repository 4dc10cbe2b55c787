import { createRenewSecrets } from './renew-secrets';
import { createSecretKeys } from './secret-keys';
import type { Receiver, SealedSecret } from './webhook';

const [oldKey, newKey, lostKey] = ['a', 'b', 'c'].map((letter) => letter.repeat(32)) as [string, string, string];
const at = new Date('2026-11-01T12:00:00Z');
const seal = (key: string, webhookId: string, secret = 'secret') => createSecretKeys([key]).seal(webhookId, secret);

const aWebhook = (webhookId: string, secrets: SealedSecret[]): Receiver => ({
  ...{ webhookId, url: 'https://receiver.example', events: [], enabled: true, createdAt: at, updatedAt: at },
  secrets,
});

async function renew(webhooks: Receiver[]) {
  const keys = createSecretKeys([newKey, oldKey]);
  const renewed = new Map<string, string[]>();
  const failed: string[] = [];
  const run = createRenewSecrets({
    webhooks: {
      list: () => Promise.resolve(webhooks),
      replaceSecrets: (present, replacement) => {
        renewed.set(
          present.webhookId,
          replacement.map((secret) => createSecretKeys([newKey]).open(present.webhookId, secret)),
        );
        return Promise.resolve(present);
      },
    },
    keys,
    now: () => at,
    onRenewed: () => undefined,
    onFailure: ({ webhookId }) => failed.push(webhookId),
  });
  await run();
  return { renewed: Object.fromEntries(renewed), failed };
}

test('a secret that no key reads is reported, and those of other webhooks are encrypted under the new key', async () => {
  const result = await renew([
    aWebhook('unreadable', [seal(lostKey, 'unreadable')]),
    aWebhook('outdated', [seal(oldKey, 'outdated')]),
    aWebhook('renewed', [seal(newKey, 'renewed')]),
  ]);

  expect(result).toEqual({ renewed: { outdated: ['secret'] }, failed: ['unreadable'] });
});

test('a replaced secret that signs no more holds nothing up', async () => {
  const over = { ...seal(lostKey, 'rotated'), validUntil: at };
  const previous = { ...seal(oldKey, 'rotated', 'previous'), validUntil: new Date(at.getTime() + 1) };

  const result = await renew([
    aWebhook('rotated', [seal(newKey, 'rotated', 'present'), previous, over]),
    aWebhook('done', [seal(newKey, 'done'), { ...seal(lostKey, 'done'), validUntil: at }]),
  ]);

  expect(result).toEqual({ renewed: { rotated: ['present', 'previous'] }, failed: [] });
});
