import type { Log } from '@orders/shared/log';
import { outsideRequest } from '@orders/shared/request-context';
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';

export interface SigningKey {
  publicKey: KeyObject;
  /** The only algorithm that a token signed with this key may name. */
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
  /** Called when the set of keys has changed. */
  onChange: () => void;
  now: () => number;
  log: Log;
}

export type SigningKeys = ReturnType<typeof createSigningKeys>;

const refreshIntervalMs = 60_000;
const retryIntervalMs = 500;
// However many unknown keys callers name, auth is asked this often at most.
const minRefreshIntervalMs = 2_000;

/** Holds auth's public keys, refreshes them regularly, and keeps the last known ones while auth is unavailable. */
export function createSigningKeys({ listKeys, onChange, now, log }: SigningKeysNeeds) {
  let keySet: KeySet | undefined;
  let keySetText = '';
  let hasFailed = false;
  let fetchedAt = -Infinity;
  let fetching: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const fetchKeys = async () => {
    const { jwksJson, issuer, audience } = await outsideRequest(listKeys);
    const text = [jwksJson, issuer, audience].join('\n');
    if (text === keySetText) return;
    keySet = { ...parseKeys(jwksJson), issuer, audience };
    keySetText = text;
    onChange();
  };
  const fetchOnce = () => {
    fetchedAt = now();
    fetching ??= fetchKeys().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
  const keepFresh = async () => {
    try {
      await fetchOnce();
      hasFailed = false;
    } catch (error) {
      if (!hasFailed) log.warn({ error }, 'signing keys could not be fetched');
      hasFailed = true;
    }
    timer = setTimeout(() => void keepFresh(), keySet ? refreshIntervalMs : retryIntervalMs);
  };

  return {
    name: 'signing keys',
    // Does not wait for the first answer: auth may start later than the gateway.
    start: () => void keepFresh(),
    stop: () => clearTimeout(timer),
    /** Rejects until there are keys. */
    ping: () => (keySet ? Promise.resolve() : Promise.reject(new Error('no keys yet'))),
    /** The keys that were fetched last, if any were. */
    current: () => keySet,
    /** The keys after auth was asked for them again, unless that was a moment ago. */
    refresh: async () => {
      if (fetching || now() - fetchedAt >= minRefreshIntervalMs) await fetchOnce().catch(() => undefined);
      return keySet;
    },
  };
}

function parseKeys(jwksJson: string): Pick<KeySet, 'keys' | 'jwks'> {
  const jwks = JSON.parse(jwksJson) as { keys: (JsonWebKey & { kid: string })[] };
  const keys = jwks.keys.map((jwk) => [jwk.kid, toSigningKey(jwk)] as const);
  return { jwks, keys: new Map(keys) };
}

const toSigningKey = (jwk: JsonWebKey): SigningKey => ({
  publicKey: createPublicKey({ key: jwk, format: 'jwk' }),
  algorithm: jwk.kty === 'EC' ? 'ES256' : 'RS256',
});
