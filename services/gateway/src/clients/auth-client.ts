import { AuthService } from '@orders/proto';
import type { SessionOutput } from '@orders/proto/auth/v1/Session';
import { createGrpcClient } from '@orders/shared/grpc-client';
import type { GrpcTls } from '@orders/shared/grpc-tls';
import { backgroundCallMs, pingMs, requestDeadlineMs } from '@orders/shared/time-limits';

export interface Session {
  user: { _id: string; name: string; email: string };
  token: string;
  refreshToken: string;
  expiresInSeconds: number;
  refreshExpiresInSeconds: number;
}

/** Calls auth. */
export function createAuthClient(addresses: string, tls?: GrpcTls) {
  // A second attempt after a lost answer would find the token spent, or the address taken.
  const client = createGrpcClient(AuthService, addresses, { nonIdempotent: ['Refresh', 'Register'], tls });
  return {
    register: async (account: { name: string; email: string; password: string }) =>
      toSession((await client.unary('Register')(account, requestDeadlineMs)).session),
    login: async (credentials: { email: string; password: string }) =>
      toSession((await client.unary('Login')(credentials, requestDeadlineMs)).session),
    refresh: async (refreshToken: string) =>
      toSession((await client.unary('Refresh')({ refreshToken }, requestDeadlineMs)).session),
    logout: async (refreshToken: string): Promise<void> => {
      await client.unary('Logout')({ refreshToken }, requestDeadlineMs);
    },
    listKeys: () => client.unary('ListKeys')({}, backgroundCallMs),
    ping: () => client.ping(pingMs),
    stop: client.stop,
  };
}

export type AuthClient = ReturnType<typeof createAuthClient>;

function toSession(session: SessionOutput | null): Session {
  if (!session?.user) throw new Error('auth answered without a session');
  const { userId, name, email } = session.user;
  return {
    user: { _id: userId, name, email },
    token: session.accessToken,
    refreshToken: session.refreshToken,
    expiresInSeconds: session.expiresInSeconds,
    refreshExpiresInSeconds: session.refreshExpiresInSeconds,
  };
}
