import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { developmentKey } from './signing-key';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'auth-key-')), 'run');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

test('the key is made once, is readable by its owner alone, and leaves nothing else behind', () => {
  const made = developmentKey(folder);
  const read = developmentKey(folder);

  expect(read.equals(made)).toBe(true);
  expect(statSync(join(folder, 'jwt-private-key.pem')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['jwt-private-key.pem']);
});

test('where another replica is first by a moment, its key is taken', () => {
  const others: KeyObject[] = [];
  const beaten = developmentKey(folder, () => {
    others.push(developmentKey(folder));
    return generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
  });

  expect(others.map((key) => key.equals(beaten))).toEqual([true]);
  expect(developmentKey(folder).equals(beaten)).toBe(true);
});

test('a file that holds no key is never replaced: somebody put it there', () => {
  developmentKey(folder);
  const path = join(folder, 'jwt-private-key.pem');
  writeFileSync(path, 'not a key');

  expect(() => developmentKey(folder)).toThrow(`${path} holds no signing key`);
});

test('a folder that cannot be made is named, with what to set instead', () => {
  writeFileSync(folder, 'a file in its place');

  expect(() => developmentKey(folder)).toThrow(/run.jwt-private-key.pem cannot be written: set RUN_DIR/);
});
