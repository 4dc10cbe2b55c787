import { DomainError } from '@orders/shared/errors';
import { formatRefreshToken, parseRefreshToken, type RefreshFamily } from '../domain/refresh-token';
import { refreshExpiry, type Session } from '../domain/session';
import type { User } from '../domain/user';
import type { FamilyStore, UserStore } from './stores';

export type RefreshOutcome = 'success' | 'rejected' | 'reused';

export interface RefreshSessionNeeds {
  users: Pick<UserStore, 'find'>;
  families: Pick<FamilyStore, 'find' | 'rotate' | 'revoke'>;
  signAccessToken: (user: User, at: Date) => string;
  newSecret: () => string;
  hashToken: (token: string) => string;
  countRefresh: (outcome: RefreshOutcome) => void;
  now: () => Date;
}

/** Spends a refresh token for a new pair; one that was spent before ends its whole family. */
export function createRefreshSession(needs: RefreshSessionNeeds) {
  const { users, families, signAccessToken, newSecret, hashToken, countRefresh, now } = needs;

  return async (sentToken: string): Promise<Session> => {
    const parsed = parseRefreshToken(sentToken);
    const family = parsed && (await families.find(parsed.familyId));
    if (!family) return reject('rejected');
    const user = await users.find(family.userId);
    if (!user) return endFamily(family, 'rejected');

    // All that can fail comes before the write: a token is spent only when the new one can be handed out.
    const at = now();
    const refreshToken = formatRefreshToken({ familyId: family.familyId, secret: newSecret() });
    const session = { user, accessToken: signAccessToken(user, at), refreshToken };
    if (!(await rotate(family, { from: sentToken, to: refreshToken, at }))) return endFamily(family, 'reused');
    countRefresh('success');
    return session;
  };

  function rotate({ familyId }: RefreshFamily, { from, to, at }: { from: string; to: string; at: Date }) {
    return families.rotate({ familyId, from: hashToken(from), to: hashToken(to), at, expiresAt: refreshExpiry(at) });
  }

  async function endFamily({ familyId }: RefreshFamily, outcome: RefreshOutcome): Promise<never> {
    const wasAlive = await families.revoke(familyId, now());
    return reject(wasAlive ? outcome : 'rejected');
  }

  function reject(outcome: RefreshOutcome): never {
    countRefresh(outcome);
    throw new DomainError('UNAUTHENTICATED', {
      code: 'INVALID_REFRESH_TOKEN',
      message: 'the refresh token is not good, or no longer',
    });
  }
}
