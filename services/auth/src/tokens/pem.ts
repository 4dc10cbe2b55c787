import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type SigningAlgorithm = 'ES256' | 'RS256';

/** The line that makes a fitting key. */
export const makeKeyLine = 'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out jwt-private-key.pem';

const privateBlock = /-----BEGIN (?:EC |RSA )?PRIVATE KEY-----[^-]+-----END (?:EC |RSA )?PRIVATE KEY-----/;
const anyBlock = /-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----/g;
const minRsaBits = 2_048;

/** The private key in a PEM text, a `\n`-escaped one, or a file; throws an error that says what is wrong and shows no secret. */
export function readPrivateKey(value: string): KeyObject {
  const [pem] = privateBlock.exec(pemTextOf(value)) ?? [];
  if (pem === undefined) throw new Error('holds no PEM private key and is no path to one');
  const key = parsed(() => createPrivateKey(pem));
  algorithmOf(key);
  return key;
}

/** The public keys in one or more PEM texts, or in files whose paths are separated by commas. */
export function readPublicKeys(value: string): KeyObject[] {
  const texts = isPem(value) ? [value] : value.split(',').map((path) => path.trim());
  return texts.flatMap((text) => {
    const blocks = pemTextOf(text).match(anyBlock);
    if (!blocks) throw new Error('holds no PEM public key and is no path to one');
    return blocks.map(publicKeyOf);
  });
}

/** What a key signs with; throws for a key that is neither P-256 nor RSA of 2,048 bits and more. */
export function algorithmOf(key: KeyObject): SigningAlgorithm {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return 'ES256';
  if (key.asymmetricKeyType === 'rsa' && modulusLength >= minRsaBits) return 'RS256';
  throw new Error(`is neither a P-256 key nor an RSA key of at least ${String(minRsaBits)} bits`);
}

function publicKeyOf(pem: string): KeyObject {
  const key = parsed(() => createPublicKey(pem));
  algorithmOf(key);
  return key;
}

function pemTextOf(value: string): string {
  if (isPem(value)) return value.replaceAll('\\n', '\n');
  try {
    return readFileSync(value, 'utf8');
  } catch {
    return '';
  }
}

const isPem = (value: string) => value.includes('-----BEGIN');

function parsed(parse: () => KeyObject): KeyObject {
  try {
    return parse();
  } catch {
    throw new Error('is a PEM that cannot be read as a key without a passphrase');
  }
}
