import type { Log } from '@orders/shared/log';
import { outsideRequest } from '@orders/shared/request-context';
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';

export interface SigningKey {
  publicKey: KeyObject;
  /** The only one that a token of this key may name. */
  algorithm: 'ES256' | 'RS256';
}

export interface KeySet {
  keys: Map<string, SigningKey>;
  /** As auth publishes them. */
  jwks: { keys: object[] };
  issuer: string;
  audience: string;
}

export interface SigningKeysNeeds {
  listKeys: () => Promise<{ jwksJson: string; issuer: string; audience: string }>;
  /** Told when other keys count than before. */
  onChange: () => void;
  now: () => number;
  log: Log;
}

export type SigningKeys = ReturnType<typeof createSigningKeys>;

const refreshMs = 60_000;
const retryMs = 500;
// However many unknown keys strangers name, auth is asked this often at most.
const askAgainMs = 2_000;

/** Holds auth's public keys, fetches them again and again, and keeps what it has while auth is away. */
export function createSigningKeys({ listKeys, onChange, now, log }: SigningKeysNeeds) {
  let held: KeySet | undefined;
  let heldText = '';
  let isAway = false;
  let askedAt = -Infinity;
  let asking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const fetchKeys = async () => {
    const { jwksJson, issuer, audience } = await outsideRequest(listKeys);
    const text = [jwksJson, issuer, audience].join('\n');
    if (text === heldText) return;
    held = { ...parseKeys(jwksJson), issuer, audience };
    heldText = text;
    onChange();
  };
  const ask = () => {
    askedAt = now();
    asking ??= fetchKeys().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const keepFresh = async () => {
    try {
      await ask();
      isAway = false;
    } catch (error) {
      if (!isAway) log.warn({ error }, 'signing keys could not be fetched');
      isAway = true;
    }
    timer = setTimeout(() => void keepFresh(), held ? refreshMs : retryMs);
  };

  return {
    name: 'signing keys',
    // The first answer is not waited for: auth may start later than the gateway.
    start: () => void keepFresh(),
    stop: () => clearTimeout(timer),
    /** Rejects until there are keys. */
    ping: () => (held ? Promise.resolve() : Promise.reject(new Error('no keys yet'))),
    /** What is held, if anything is. */
    current: () => held,
    /** What is held after auth was asked again, if it may be asked already. */
    renewed: async () => {
      if (asking || now() - askedAt >= askAgainMs) await ask().catch(() => undefined);
      return held;
    },
  };
}

function parseKeys(jwksJson: string): Pick<KeySet, 'keys' | 'jwks'> {
  const jwks = JSON.parse(jwksJson) as { keys: (JsonWebKey & { kid: string })[] };
  const keys = jwks.keys.map((jwk) => [jwk.kid, toSigningKey(jwk)] as const);
  return { jwks, keys: new Map(keys) };
}

function toSigningKey(jwk: JsonWebKey): SigningKey {
  return { publicKey: createPublicKey({ key: jwk, format: 'jwk' }), algorithm: jwk.kty === 'EC' ? 'ES256' : 'RS256' };
}
