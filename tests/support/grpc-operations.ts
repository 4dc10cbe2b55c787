import {
  credentials,
  loadPackageDefinition,
  type Client,
  type GrpcObject,
  type ServiceClientConstructor,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import path from 'node:path';
import type { Duplex } from 'node:stream';

/** What grpc.health.v1 says of a service. */
export async function healthOf(address: string, service: string, tls?: GrpcTls): Promise<string> {
  const proto = 'grpc-health-check/proto/health/v1/health.proto';
  const client = open(proto, ['grpc', 'health', 'v1', 'Health'], { address, tls });
  try {
    const answer = await new Promise<{ status: string }>((resolve, reject) => {
      client['Check']!({ service }, (error: Error | null, response: { status: string }) =>
        error ? reject(error) : resolve(response),
      );
    });
    return answer.status;
  } finally {
    client.close();
  }
}

/** Names of the services that server reflection lists. */
export async function reflectedServices(address: string): Promise<string[]> {
  const proto = '@grpc/reflection/build/proto/grpc/reflection/v1/reflection.proto';
  const client = open(proto, ['grpc', 'reflection', 'v1', 'ServerReflection'], { address });
  const call = client['ServerReflectionInfo']!() as Duplex;
  try {
    const answer = new Promise<Listing>((resolve, reject) => call.on('data', resolve).on('error', reject));
    call.write({ list_services: '' });
    return (await answer).list_services_response.service.map(({ name }) => name);
  } finally {
    call.end();
    client.close();
  }
}

interface Listing {
  list_services_response: { service: { name: string }[] };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- protos of others have no generated types here
type AnyClient = Client & Record<string, (...args: any[]) => any>;

function open(
  proto: string,
  names: string[],
  { address, tls }: { address: string; tls?: GrpcTls | undefined },
): AnyClient {
  const definition = loadSync(path.join(__dirname, '../../node_modules', proto), { keepCase: true, enums: String });
  const found = names.reduce<unknown>((place, name) => (place as GrpcObject)[name], loadPackageDefinition(definition));
  const shown = tls?.client ?? credentials.createInsecure();
  const expected = tls ? { 'grpc.ssl_target_name_override': 'auth' } : {};
  return new (found as ServiceClientConstructor)(address, shown, expected) as unknown as AnyClient;
}
