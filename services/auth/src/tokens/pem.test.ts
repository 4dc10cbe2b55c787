import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { algorithmOf, readPrivateKey, readPublicKeys } from './pem';
import { keyIdOf } from './issue-tokens';

const ecKey = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const rsaKey = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength });
const { privateKey, publicKey } = ecKey('P-256');
const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'auth-pem-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const aFile = (content: string) => {
  const path = join(folder, 'key.pem');
  writeFileSync(path, content);
  return path;
};

test.each([
  ['as it is', () => privatePem],
  ['with escaped line breaks', () => privatePem.replaceAll('\n', '\\n')],
  ['behind a path', () => aFile(privatePem)],
  ['in the SEC1 form', () => privateKey.export({ type: 'sec1', format: 'pem' }).toString()],
  [
    'behind the parameters that openssl ecparam writes',
    () => `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${privatePem}`,
  ],
])('a private key is read %s', (_how, value) => {
  expect(keyIdOf(createPublicKey(readPrivateKey(value()).export({ type: 'pkcs8', format: 'pem' })))).toBe(
    keyIdOf(publicKey),
  );
});

test('P-256 signs ES256 and RSA signs RS256', () => {
  expect(algorithmOf(privateKey)).toBe('ES256');
  expect(algorithmOf(rsaKey(2_048).privateKey)).toBe('RS256');
});

test.each([
  ['a plain secret', () => 'my-jwt-secret', 'is neither a PEM private key nor the path of one'],
  ['a public key', () => publicPem, 'is neither a PEM private key nor the path of one'],
  ['a damaged PEM', () => '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'cannot be read'],
  ['another curve', () => pemOf(ecKey('P-384')), 'neither a P-256 key'],
  ['a short RSA key', () => pemOf(rsaKey(1_024)), 'neither a P-256 key'],
  ['an Ed25519 key', () => pemOf(generateKeyPairSync('ed25519')), 'neither a P-256 key'],
])('%s is refused, and not repeated in the message', (_what, value, message) => {
  expect(() => readPrivateKey(value())).toThrow(message);
  expect(() => readPrivateKey(value())).not.toThrow(value());
});

test('several public keys are read from one text, and from files', () => {
  const other = rsaKey(2_048).publicKey;
  const otherPem = other.export({ type: 'spki', format: 'pem' }).toString();

  const fromText = readPublicKeys(`${publicPem}${otherPem}`.replaceAll('\n', '\\n'));
  const fromFiles = readPublicKeys(`${aFile(publicPem + otherPem)}, ${aFile(publicPem + otherPem)}`);

  expect(fromText.map(keyIdOf)).toEqual([keyIdOf(publicKey), keyIdOf(other)]);
  expect(fromFiles).toHaveLength(4);
});

test('a text without a public key is refused', () => {
  expect(() => readPublicKeys('nothing')).toThrow('is neither a PEM public key nor the path of one');
});

function pemOf(pair: { privateKey: typeof privateKey }): string {
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
