import { DomainError } from '@orders/shared/errors';
import {
  formatRefreshToken,
  parseRefreshToken,
  refreshExpiry,
  type RefreshFamily,
  type Session,
} from '../domain/session';
import type { User } from '../domain/user';

export interface Rotation {
  familyId: string;
  /** The hash of the token that was sent. */
  from: string;
  /** The hash of the one that takes its place. */
  to: string;
  at: Date;
  expiresAt: Date;
}

export interface FamilyStore {
  insert: (family: RefreshFamily) => Promise<void>;
  find: (familyId: string) => Promise<RefreshFamily | undefined>;
  /** Replaces the valid token of a family that is neither revoked nor expired; says whether it did. */
  rotate: (rotation: Rotation) => Promise<boolean>;
  /** Revokes the family; says whether it was neither revoked nor expired. */
  revoke: (familyId: string, at: Date) => Promise<boolean>;
}

export type RefreshOutcome = 'success' | 'rejected' | 'reused';

export interface SessionsNeeds {
  users: { find: (userId: string) => Promise<User | undefined> };
  families: FamilyStore;
  signAccessToken: (user: User, at: Date) => string;
  newFamilyId: () => string;
  newSecret: () => string;
  hashToken: (token: string) => string;
  countRefresh: (outcome: RefreshOutcome) => void;
  now: () => Date;
}

/** Starts a session, with a refresh-token family of its own, for a user whose identity is proven. */
export const createOpenSession =
  ({
    families,
    signAccessToken,
    newFamilyId,
    newSecret,
    hashToken,
    now,
  }: Omit<SessionsNeeds, 'users' | 'countRefresh'>) =>
  async (user: User): Promise<Session> => {
    const at = now();
    const familyId = newFamilyId();
    const refreshToken = formatRefreshToken({ familyId, secret: newSecret() });
    await families.insert({
      familyId,
      userId: user.userId,
      currentHash: hashToken(refreshToken),
      rotatedAt: at,
      expiresAt: refreshExpiry(at),
    });
    return { user, accessToken: signAccessToken(user, at), refreshToken };
  };

export type OpenSession = ReturnType<typeof createOpenSession>;

/** Exchanges a refresh token for a new pair; one that was used before revokes its whole family. */
export function createRefreshSession(needs: Omit<SessionsNeeds, 'newFamilyId'>) {
  const { users, families, signAccessToken, newSecret, hashToken, countRefresh, now } = needs;

  return async (sentToken: string): Promise<Session> => {
    const parsed = parseRefreshToken(sentToken);
    const family = parsed && (await families.find(parsed.familyId));
    if (!family) return reject('rejected');
    const user = await users.find(family.userId);
    if (!user) return revoke(family, 'rejected');

    // All that can fail comes before the write: a token is used up only when the new one can be handed out.
    const at = now();
    const refreshToken = formatRefreshToken({ familyId: family.familyId, secret: newSecret() });
    const session = { user, accessToken: signAccessToken(user, at), refreshToken };
    if (!(await rotate(family, { from: sentToken, to: refreshToken, at }))) return revoke(family, 'reused');
    countRefresh('success');
    return session;
  };

  function rotate({ familyId }: RefreshFamily, { from, to, at }: { from: string; to: string; at: Date }) {
    return families.rotate({ familyId, from: hashToken(from), to: hashToken(to), at, expiresAt: refreshExpiry(at) });
  }

  async function revoke({ familyId }: RefreshFamily, outcome: RefreshOutcome): Promise<never> {
    const wasValid = await families.revoke(familyId, now());
    return reject(wasValid ? outcome : 'rejected');
  }

  function reject(outcome: RefreshOutcome): never {
    countRefresh(outcome);
    throw new DomainError('UNAUTHENTICATED', {
      code: 'INVALID_REFRESH_TOKEN',
      message: 'the refresh token is invalid, expired or already used',
    });
  }
}

/** Revokes the family of a refresh token, used or not; an unknown token has no session to end. */
export const createEndSession =
  ({ families, now }: Pick<SessionsNeeds, 'families' | 'now'>) =>
  async (sentToken: string): Promise<void> => {
    const token = parseRefreshToken(sentToken);
    if (token) await families.revoke(token.familyId, now());
  };
