import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { DomainError } from '@orders/shared/errors';
import type { SealedSecret } from './webhook';

const [algorithm, ivBytes, tagBytes, secretBytes] = ['aes-256-gcm', 12, 16, 32] as const;

interface Key {
  keyId: string;
  key: Buffer;
}

/** Encrypts the secrets of webhooks under the first key; what another key has encrypted is still read. */
export function createSecretKeys(texts: string[]) {
  const keys = texts.map(keyOf);
  const [first] = keys;

  return {
    isReady: first !== undefined,

    /** Encrypts a secret, which only this webhook can use. */
    seal: (webhookId: string, secret: string): SealedSecret => {
      if (!first) throw keyMissing();
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, first.key, iv).setAAD(Buffer.from(webhookId));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return { keyId: first.keyId, sealed: Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64') };
    },

    /** The secret; throws where none of the keys fits. */
    open: (webhookId: string, { keyId, sealed }: SealedSecret): string => {
      const known = keys.find((key) => key.keyId === keyId);
      if (!known) throw new Error('WEBHOOK_SECRET_KEY holds no key that fits the secret of this webhook');
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv(algorithm, known.key, bytes.subarray(0, ivBytes))
        .setAAD(Buffer.from(webhookId))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    },

    /** Whether it is encrypted under another key than the first. */
    isOutdated: ({ keyId }: SealedSecret): boolean => first !== undefined && keyId !== first.keyId,
  };
}

export type SecretKeys = ReturnType<typeof createSecretKeys>;

/** A new secret in the form of the Standard Webhooks specification. */
export const newSecret = (): string => `whsec_${randomBytes(secretBytes).toString('base64')}`;

function keyOf(text: string): Key {
  const key = Buffer.from(hkdfSync('sha256', text, '', 'webhook secrets', 32));
  return { key, keyId: createHash('sha256').update(key).digest('hex').slice(0, 12) };
}

const keyMissing = () =>
  new DomainError('ILLEGAL_STATE', {
    code: 'WEBHOOK_KEY_MISSING',
    message: 'webhooks need WEBHOOK_SECRET_KEY, which is not set in the processor',
  });
