import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Where a process's certificate, its key and the authorities that it trusts lie, in PEM. */
export interface CertificateFiles {
  certificate: string;
  privateKey: string;
  authorities: string;
}

export interface Certificates {
  certificate: Buffer;
  privateKey: Buffer;
  authorities: Buffer;
  serialNumber: string;
  notAfter: Date;
}

/** Reads the three files; throws where one cannot be read, is no PEM, or key and certificate are not of one pair. */
export function readCertificates(files: CertificateFiles): Certificates {
  const certificate = readFileSync(files.certificate);
  const privateKey = readFileSync(files.privateKey);
  const authorities = readFileSync(files.authorities);
  const own = parsed(files.certificate, () => new X509Certificate(certificate));
  parsed(files.authorities, () => new X509Certificate(authorities));
  // While files are being replaced, the key may be of the next certificate already.
  if (!own.checkPrivateKey(parsed(files.privateKey, () => createPrivateKey(privateKey)))) {
    throw new Error(`the key in ${files.privateKey} does not belong to the certificate in ${files.certificate}`);
  }
  return { certificate, privateKey, authorities, serialNumber: own.serialNumber, notAfter: new Date(own.validTo) };
}

/** Whether two readings found the same. */
export const areSameCertificates = (one: Certificates, other: Certificates): boolean =>
  one.certificate.equals(other.certificate) &&
  one.privateKey.equals(other.privateKey) &&
  one.authorities.equals(other.authorities);

function parsed<T>(file: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new Error(`${file} holds nothing that can be used in PEM`, { cause });
  }
}
