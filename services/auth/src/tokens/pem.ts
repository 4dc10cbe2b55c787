import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

export type SigningAlgorithm = 'ES256' | 'RS256';

/** The command that makes a suitable key. */
export const makeKeyLine = 'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out jwt-private-key.pem';

const privateBlock = /-----BEGIN (?:EC |RSA )?PRIVATE KEY-----[^-]+-----END (?:EC |RSA )?PRIVATE KEY-----/;
const anyBlock = /-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----/g;
const minRsaBits = 2_048;

/** The private key in a PEM text, a `\n`-escaped one, or a file; throws an error that says what is wrong without showing the secret. */
export function readPrivateKey(value: string): KeyObject {
  const [pem] = privateBlock.exec(pemTextOf(value)) ?? [];
  if (pem === undefined) throw new Error('is neither a PEM private key nor the path of one');
  const key = parsed(() => createPrivateKey(pem));
  algorithmOf(key);
  return key;
}

/** The public keys in one or more PEM texts, or in files whose paths are separated by commas. */
export function readPublicKeys(value: string): KeyObject[] {
  const texts = isPem(value) ? [value] : value.split(',').map((path) => path.trim());
  return texts.flatMap((text) => {
    const blocks = pemTextOf(text).match(anyBlock);
    if (!blocks) throw new Error('is neither a PEM public key nor the path of one');
    return blocks.map(publicKeyOf);
  });
}

/** The algorithm that a key signs with; throws where it is neither P-256 nor RSA of at least 2,048 bits. */
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
    throw new Error('is a PEM that cannot be read; a key with a passphrase is not supported');
  }
}
