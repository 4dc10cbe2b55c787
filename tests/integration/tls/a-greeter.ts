import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';
import { AuthService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { freePorts } from '../../support/free-ports';
import { silentLog } from '../../support/test-database';

type Variables = Parameters<typeof createGrpcTls>[0]['config'];

/** A gRPC server of the services' own kind that answers ListKeys. */
export async function aServer(config: Variables, callers: Record<string, string[]> = { ListKeys: ['gateway'] }) {
  const tls = createGrpcTls({ config, log: silentLog });
  const [port] = await freePorts(1);
  const server = createGrpcServer({
    host: '127.0.0.1',
    port: Number(port),
    serviceName: 'orderplacing.auth.v1.AuthService',
    definition: AuthService.service,
    implementation: {
      ListKeys: (_call: unknown, answer: (error: null, response: object) => void) => {
        answer(null, { jwksJson: '{}', issuer: 'a', audience: 'b' });
      },
    },
    tls,
    callers,
    reflection: false,
    log: silentLog,
  });
  await server.start();
  return { address: `127.0.0.1:${port!}`, port: Number(port), reload: () => tls?.reload(), stop: server.stop };
}

/** A caller of that server, with these variables. */
export function aCaller(address: string, config: Variables) {
  const tls = createGrpcTls({ config, log: silentLog });
  const client = createGrpcClient(AuthService, address, { tls });
  return {
    call: () => client.unary('ListKeys')({}, 3_000),
    callInGroup: () => client.grouped('ListKeys')({}, 3_000),
    reload: () => tls?.reload(),
    stop: client.stop,
  };
}

/** The serial number of the certificate that a new connection is shown. */
export const serialShown = (port: number, files: Variables) =>
  new Promise<string>((resolve, reject) => {
    const socket = greet(port, files);
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      const { serialNumber } = socket.getPeerCertificate();
      socket.destroy();
      resolve(serialNumber);
    });
  });

/** Why a connection that shows no certificate ended; it stands for a moment, until the server has missed one. */
export const endOfNameless = (port: number, { GRPC_TLS_CA }: Variables) =>
  new Promise<string>((resolve) => {
    const socket = greet(port, { GRPC_TLS_CA });
    socket.once('error', ({ message }) => {
      resolve(message);
    });
    socket.once('close', () => {
      resolve('closed');
    });
  });

function greet(port: number, { GRPC_TLS_CERT: cert, GRPC_TLS_KEY: key, GRPC_TLS_CA: ca }: Variables) {
  const own = cert && key ? { cert: readFileSync(cert), key: readFileSync(key) } : {};
  const expected = { ca: readFileSync(ca!), servername: 'auth', ALPNProtocols: ['h2'] };
  return connect({ host: '127.0.0.1', port, ...own, ...expected });
}
