import { formatRefreshToken, type RefreshToken } from '../domain/refresh-token';
import { refreshExpiry, type Session } from '../domain/session';
import type { User } from '../domain/user';
import type { FamilyStore } from './stores';

export interface OpenSessionNeeds {
  families: Pick<FamilyStore, 'insert'>;
  signAccessToken: (user: User, at: Date) => string;
  newRefreshToken: () => RefreshToken;
  hashToken: (token: string) => string;
  now: () => Date;
}

/** Begins a refresh-token family for a user whose identity is proven. */
export const createOpenSession =
  ({ families, signAccessToken, newRefreshToken, hashToken, now }: OpenSessionNeeds) =>
  async (user: User): Promise<Session> => {
    const at = now();
    const token = newRefreshToken();
    const refreshToken = formatRefreshToken(token);
    await families.insert({
      familyId: token.familyId,
      userId: user.userId,
      currentHash: hashToken(refreshToken),
      rotatedAt: at,
      expiresAt: refreshExpiry(at),
    });
    return { user, accessToken: signAccessToken(user, at), refreshToken };
  };

export type OpenSession = ReturnType<typeof createOpenSession>;
