import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPrivateKey } from './pem';

/** The key of a development machine, made when it is not there; replicas that start at once end up with the same one. */
export function developmentKey(directory: string, newKeyPem = makeKeyPem): KeyObject {
  const path = join(directory, 'jwt-private-key.pem');
  makeWhereMissing(directory, path, newKeyPem);
  try {
    return readPrivateKey(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path} holds no signing key: delete it and a new one is made`, { cause });
  }
}

function makeWhereMissing(directory: string, path: string, newKeyPem: () => string): void {
  try {
    mkdirSync(directory, { recursive: true });
    if (readIfThere(path) === undefined) writeOnce(path, newKeyPem());
  } catch (cause) {
    throw new Error(`${path} cannot be kept there: set RUN_DIR to a folder that can be written, or JWT_PRIVATE_KEY`, {
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
