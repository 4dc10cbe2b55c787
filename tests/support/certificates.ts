import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An authority of a test's own, and certificates of it as Kubernetes lays them out: replaced all at once, by a link. */
export function createAuthority() {
  const folder = mkdtempSync(path.join(tmpdir(), 'orders-certificates-'));
  const own = { key: path.join(folder, 'authority.key'), certificate: path.join(folder, 'authority.crt') };
  openssl('req', '-x509', ...newKey(own.key), '-days', '2', '-subj', '/CN=a test', '-out', own.certificate);
  let issued = 0;

  /** Makes a certificate with these DNS names; answers its serial number as TLS tells it. */
  const issue = (place: string, names: string[]): string => {
    issued += 1;
    const serial = (0x1000 + issued).toString(16).toUpperCase();
    const version = path.join(place, `version-${String(issued)}`);
    mkdirSync(version, { recursive: true });
    const at = (file: string) => path.join(version, file);
    const alternatives = names.map((name, index) => `DNS.${String(index)} = "${name}"`);
    writeFileSync(at('names'), ['subjectAltName = @names', '[names]', ...alternatives, ''].join('\n'));
    // The common name counts for nothing, so it is one that may call much.
    openssl('req', ...newKey(at('tls.key')), '-subj', '/CN=gateway', '-out', at('request'));
    const signed = ['-CA', own.certificate, '-CAkey', own.key, '-set_serial', `0x${serial}`, '-days', '1'];
    openssl('x509', '-req', '-in', at('request'), ...signed, '-extfile', at('names'), '-out', at('tls.crt'));
    symlinkSync(own.certificate, at('ca.crt'));
    symlinkSync(version, path.join(place, '..next'));
    renameSync(path.join(place, '..next'), path.join(place, '..data'));
    return serial;
  };

  /** A folder with a certificate, what the three variables say of it, and a way to replace it. */
  const aCertificate = (names: string[]) => {
    const place = mkdtempSync(path.join(folder, 'certificate-'));
    const serial = issue(place, names);
    const at = (file: string) => path.join(place, '..data', file);
    return {
      serial,
      variables: { GRPC_TLS_CERT: at('tls.crt'), GRPC_TLS_KEY: at('tls.key'), GRPC_TLS_CA: at('ca.crt') },
      replace: () => issue(place, names),
    };
  };

  return {
    aCertificate,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const newKey = (file: string) => ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', file];

const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
