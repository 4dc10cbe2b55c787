import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '@orders/shared/log';
import type { SigningKeySetting } from '../config';
import { makeKeyLine, readPrivateKey } from './pem';

interface SigningKeyChoice {
  setting: SigningKeySetting;
  /** Where a development key is kept. */
  directory: string;
  log: Log;
}

/** The key of the environment; outside production, where there is none, one that was made for this machine. */
export function chooseSigningKey({ setting, directory, log }: SigningKeyChoice): KeyObject {
  if ('key' in setting) return setting.key;
  const advice = `JWT_PRIVATE_KEY ${setting.problem}; signing with a development key. Make one with: ${makeKeyLine}`;
  log.warn({ directory, advice }, 'development key in use');
  return developmentKey(directory);
}

/** The key of a development machine, made where it is missing; replicas that start together end up with the same one. */
export function developmentKey(directory: string, newKeyPem = makeKeyPem): KeyObject {
  const path = join(directory, 'jwt-private-key.pem');
  makeWhereMissing(directory, path, newKeyPem);
  try {
    return readPrivateKey(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path} holds no signing key: delete it, and a new one is made`, { cause });
  }
}

function makeWhereMissing(directory: string, path: string, newKeyPem: () => string): void {
  try {
    mkdirSync(directory, { recursive: true });
    if (readIfThere(path) === undefined) writeOnce(path, newKeyPem());
  } catch (cause) {
    throw new Error(`${path} cannot be written: set RUN_DIR to a writable folder, or JWT_PRIVATE_KEY`, {
      cause,
    });
  }
}

// A link appears with its whole content or not at all, and never replaces what another replica has put there.
function writeOnce(path: string, content: string): void {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const makeKeyPem = (): string =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;

const hasCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;
