import { AuthService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import type { Buyer } from '../mail/order';

const timeoutMs = 3_000;

/** Asks auth whom mails go to. */
export function createAuthClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(AuthService, addresses, { tls });
  const getUsers = client.unary('GetUsers');
  return {
    /** The buyers that still have an account. */
    find: async (userIds: string[]): Promise<Buyer[]> =>
      (await getUsers({ userIds }, timeoutMs)).users.map(({ userId, name, email }) => ({ userId, name, email })),
    ping: () => client.ping(500),
    stop: client.stop,
  };
}
