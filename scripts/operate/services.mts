// The services that operators ask, at the addresses of the environment or of make up.
import { ownEnvironment } from '../local/own-services/environment.mts';
import { Failure } from '../local/system/command.mts';
import { buildServices } from '../local/system/install.mts';

export const callTimeoutMs = 20_000;

/** Clients of the services' operator RPCs; `close` lets the process end. */
export async function connectServices() {
  const { addressOf, tls } = await readAddresses();
  // Not before the build: they are what it makes.
  const { InventoryService, OrderService, ProcessorService } = await import('@orders/proto');
  const { createGrpcClient } = await import('@orders/shared/grpc-client');
  const order = createGrpcClient(OrderService, addressOf('ORDER', 50_053), { tls });
  const inventory = createGrpcClient(InventoryService, addressOf('INVENTORY', 50_052), { tls });
  // Another attempt after a lost answer would be another action.
  const processor = createGrpcClient(ProcessorService, addressOf('PROCESSOR', 50_054), {
    nonIdempotent: ['RedriveDeadLetters', 'DiscardDeadLetter', 'ResendWebhookDelivery'],
    tls,
  });
  return { order, inventory, processor, close: () => [order, inventory, processor].forEach(({ stop }) => stop()) };
}

/** Where the services are, and the certificate that operators call them with. */
export async function readAddresses() {
  await buildServices();
  const { createGrpcTls } = await import('@orders/shared/grpc-tls');
  const { readConfig } = await import('@orders/shared/config');
  const { grpcTlsVariables } = await import('@orders/shared/variables');
  const variables = { ...ownEnvironment(), ...process.env };
  const config = readConfig(grpcTlsVariables);
  return {
    addressOf: (name: string, port: number) => variables[`${name}_GRPC_ADDRESSES`] ?? `127.0.0.1:${String(port)}`,
    currency: variables['CURRENCY'] ?? 'EUR',
    tls: createGrpcTls({ config, log: { info: () => undefined, warn: () => undefined } }),
  };
}

export type Services = Awaited<ReturnType<typeof connectServices>>;

/** Runs a command on the services; what they refuse is one line, not a stack. */
export async function withServices<T>(work: (services: Services) => Promise<T>): Promise<T> {
  const services = await connectServices();
  try {
    return await work(services);
  } catch (error) {
    throw error instanceof Error && error.name === 'DomainError' ? new Failure(error.message) : error;
  } finally {
    services.close();
  }
}

interface Timestamp {
  seconds: unknown;
  nanos: number;
}

/** A time of the wire for people. */
export const dateOf = (at: Timestamp | null | undefined): string =>
  at ? new Date(Number(at.seconds) * 1_000 + Math.floor(at.nanos / 1_000_000)).toISOString() : '-';

/** `ORDER_STATUS_PENDING` as `Pending`. */
export function wordOf(wire = ''): string {
  const word = wire.slice(wire.lastIndexOf('_') + 1);
  return word.charAt(0) + word.slice(1).toLowerCase();
}
