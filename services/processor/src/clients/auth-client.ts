import { AuthService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { pingMs, serviceCallMs } from '@orders/shared/time-limits';
import type { Buyer } from '../mail/plan-mails';

/** Reads the recipients of mails from auth. */
export function createAuthClient(addresses: string, tls?: GrpcTls) {
  const client = createGrpcClient(AuthService, addresses, { tls });
  const getUsers = client.unary('GetUsers');
  return {
    /** The buyers who still have an account. */
    find: async (userIds: string[]): Promise<Buyer[]> =>
      (await getUsers({ userIds }, serviceCallMs)).users.map(({ userId, name, email }) => ({ userId, name, email })),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}
