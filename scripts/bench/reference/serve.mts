// What the processes of a reference share: plain grpc-js, so that no change of the services moves what they are measured by.
import { createServer } from 'node:http';
import { Server, ServerCredentials, type sendUnaryData, type ServiceDefinition } from '@grpc/grpc-js';

/** Answers `/readyz` on the port where the bench asks every process whether it is ready. */
export function serveReady(port: string | undefined): void {
  createServer((_, response) => response.end()).listen(Number(port), '127.0.0.1');
  process.on('SIGTERM', () => process.exit(0));
}

type Answer<Request> = (request: Request) => Promise<object>;

/** A gRPC server with one method. */
export function serveGrpc<Request>(
  port: string | undefined,
  definition: ServiceDefinition,
  [method, answer]: [method: string, answer: Answer<Request>],
): void {
  const server = new Server();
  server.addService(definition, {
    [method]: ({ request }: { request: Request }, callback: sendUnaryData<object>) => {
      answer(request).then(
        (response) => callback(null, response),
        (error: unknown) => callback(error as Error),
      );
    },
  });
  server.bindAsync(`127.0.0.1:${port ?? ''}`, ServerCredentials.createInsecure(), (error) => {
    if (error) throw error;
  });
}

/** Whether nothing is stored at all; otherwise each order has a transaction of its own. */
export const storesNothing = process.env['BENCH_REFERENCE'] === 'nothing';
