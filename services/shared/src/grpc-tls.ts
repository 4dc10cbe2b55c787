import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { experimental, type ChannelCredentials, type ServerCredentials } from '@grpc/grpc-js';
import type { Logger } from 'pino';
import { Gauge } from 'prom-client';

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
    throw new Error(`${file} is not a usable PEM file`, { cause });
  }
}

/** Mutual TLS of one process: the certificate of its gRPC server and clients, and the authorities they trust. */
export interface GrpcTls {
  server: ServerCredentials;
  client: ChannelCredentials;
  /** Reads the files again; connections made from now on use what is there. */
  reload: () => void;
}

export interface GrpcTlsOptions {
  /** The three variables; without them there is no TLS. */
  config: {
    GRPC_TLS_CERT?: string | undefined;
    GRPC_TLS_KEY?: string | undefined;
    GRPC_TLS_CA?: string | undefined;
  };
  log: Pick<Logger, 'info' | 'warn'>;
  reloadIntervalMs?: number;
}

const expiry = new Gauge({
  name: 'grpc_tls_certificate_not_after_timestamp_seconds',
  help: 'When the certificate of this process for gRPC ends.',
  labelNames: ['serial'],
});

/** Mutual TLS as the variables say, or undefined; the files are read again every 5 s. */
export function createGrpcTls({ config, log, reloadIntervalMs = 5_000 }: GrpcTlsOptions): GrpcTls | undefined {
  const { GRPC_TLS_CERT: certificate, GRPC_TLS_KEY: privateKey, GRPC_TLS_CA: authorities } = config;
  if (certificate === undefined || privateKey === undefined || authorities === undefined) return undefined;
  const provider = createProvider({ certificate, privateKey, authorities }, log);
  // Open connections keep their certificates, and end by age within 70 s.
  setInterval(provider.reload, reloadIntervalMs).unref();
  return {
    server: experimental.createCertificateProviderServerCredentials(provider, provider, true),
    client: experimental.createCertificateProviderChannelCredentials(provider, provider),
    reload: provider.reload,
  };
}

/**
 * The name of a service, which its certificate must have: `order` for orderplacing.order.v1.OrderService. It is the same
 * for every address: pods behind a headless Service, a list of hosts, 127.0.0.1.
 */
export const serviceNameOf = (methodPath: string): string => methodPath.split('.')[1] ?? methodPath;

// grpc-js' own watcher takes a half replaced pair of files for an error and rejects callers until its next look.
function createProvider(files: CertificateFiles, log: GrpcTlsOptions['log']) {
  let current = readCertificates(files);
  show(current);
  const caListeners = new Set<experimental.CaCertificateUpdateListener>();
  const identityListeners = new Set<experimental.IdentityCertificateUpdateListener>();
  const identity = () => ({ certificate: current.certificate, privateKey: current.privateKey });
  const authorities = () => ({ caCertificate: current.authorities });

  return {
    reload: () => {
      try {
        const next = readCertificates(files);
        if (areSameCertificates(current, next)) return;
        current = next;
      } catch (error) {
        log.warn({ error }, 'certificates could not be read again; the previous ones stay');
        return;
      }
      caListeners.forEach((listener) => {
        listener(authorities());
      });
      identityListeners.forEach((listener) => {
        listener(identity());
      });
      show(current);
      log.info({ serial: current.serialNumber, notAfter: current.notAfter }, 'certificates replaced');
    },
    // Called in the next tick, as by grpc-js' own provider: the listener is still being constructed.
    addCaCertificateListener: (listener: experimental.CaCertificateUpdateListener) => {
      caListeners.add(listener);
      process.nextTick(() => {
        listener(authorities());
      });
    },
    removeCaCertificateListener: (listener: experimental.CaCertificateUpdateListener) => {
      caListeners.delete(listener);
    },
    addIdentityCertificateListener: (listener: experimental.IdentityCertificateUpdateListener) => {
      identityListeners.add(listener);
      process.nextTick(() => {
        listener(identity());
      });
    },
    removeIdentityCertificateListener: (listener: experimental.IdentityCertificateUpdateListener) => {
      identityListeners.delete(listener);
    },
  };
}

function show({ serialNumber, notAfter }: Certificates): void {
  expiry.reset();
  expiry.set({ serial: serialNumber }, notAfter.getTime() / 1_000);
}
