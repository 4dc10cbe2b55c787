import { DomainError } from '@orders/shared/errors';
import {
  boundedUserAgent,
  commonPartOf,
  followingToken,
  formatRefreshToken,
  isEnded,
  isOfFamily,
  parseRefreshToken,
  sessionExpiry,
  tokenUse,
  type RefreshFamily,
  type RefreshToken,
  type SentToken,
  type Session,
} from '../domain/session';
import type { User } from '../domain/user';
import { invalidCredentials } from './account';

export interface Rotation {
  familyId: string;
  from: SentToken;
  /** Whether it is valid, or was spent within the grace. */
  use: 'first' | 'repeated';
  /** The hash of the token that is issued. */
  to: string;
  at: Date;
  expiresAt: Date;
}

export interface FamilyStore {
  insert: (family: RefreshFamily) => Promise<void>;
  remove: (familyId: string) => Promise<void>;
  find: (familyId: string) => Promise<RefreshFamily | undefined>;
  /**
   * Issues a token of a family that is neither revoked nor expired, and spends the one that was sent; does nothing
   * where the use of that one is not what it was taken for. Says whether it did.
   */
  rotate: (rotation: Rotation) => Promise<boolean>;
  /** Revokes the family; says whether it was neither revoked nor expired. */
  revoke: (familyId: string, at: Date) => Promise<boolean>;
  /** The families of a user that are neither revoked nor expired, last used first. */
  findOfUser: (userId: string, at: Date, limit: number) => Promise<RefreshFamily[]>;
  /** Revokes one of them; says whether it was there. */
  revokeOfUser: (userId: string, familyId: string, at: Date) => Promise<boolean>;
  /** Revokes all of them, or all but one; says how many. */
  revokeAllOfUser: (userId: string, at: Date, except?: string) => Promise<number>;
}

export type AccessTokenClaims = Pick<User, 'userId' | 'role' | 'emailVerified'> & { sessionId: string };

export type RefreshOutcome = 'success' | 'repeated' | 'rejected' | 'reused';

export interface SessionsNeeds {
  users: { find: (userId: string) => Promise<User | undefined> };
  families: FamilyStore;
  signAccessToken: (claims: AccessTokenClaims, at: Date) => string;
  newFamilyId: () => string;
  newSecret: () => string;
  hashToken: (token: string) => string;
  countRefresh: (outcome: RefreshOutcome) => void;
  now: () => Date;
}

export interface SessionStart {
  userAgent: string;
  /** Before the account was read: a password that was changed since ends this session too. */
  at?: Date;
}

/** Starts a session, with a refresh-token family of its own, for a user whose identity is proven. */
export const createOpenSession =
  ({ users, families, signAccessToken, newFamilyId, newSecret, hashToken, now }: Omit<SessionsNeeds, 'countRefresh'>) =>
  async (user: User, { userAgent, at = now() }: SessionStart): Promise<Session> => {
    const familyId = newFamilyId();
    const token = { familyId, secret: newSecret() };
    const { hash: currentHash, commonHash } = hashesOf(token, hashToken);
    const expiresAt = sessionExpiry(at, at);
    await families.insert({
      familyId,
      userId: user.userId,
      createdAt: at,
      seenChangeId: user.sessionsEnded?.changeId ?? '',
      userAgent: boundedUserAgent(userAgent),
      currentHash,
      commonHash,
      rotatedAt: at,
      otherTokens: [],
      spentTokens: [],
      expiresAt,
    });
    // An erasure since the password was checked has not found this session.
    if (!(await users.find(user.userId))) {
      await families.remove(familyId);
      throw invalidCredentials();
    }
    const accessToken = signAccessToken({ ...user, sessionId: familyId }, at);
    const refreshToken = formatRefreshToken(token);
    return { user, accessToken, refreshToken, refreshExpiresInSeconds: secondsBetween(at, expiresAt) };
  };

export type OpenSession = ReturnType<typeof createOpenSession>;

// Another request may spend the token, and another one end the session, between a reading and its write.
const maxAttempts = 4;

/** Exchanges a refresh token for a new pair; one that was spent before the grace revokes its whole family. */
export function createRefreshSession(needs: Omit<SessionsNeeds, 'newFamilyId'>) {
  const { users, families, signAccessToken, newSecret, hashToken, countRefresh, now } = needs;

  return async (sentToken: string): Promise<Session> => {
    const token = parseRefreshToken(sentToken);
    if (!token) return reject('rejected');
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const family = await families.find(token.familyId);
      if (!family) return reject('rejected');
      const session = await exchange(family, token);
      if (session) return session;
    }
    return reject('rejected');
  };

  /** Undefined where the family changed between its reading and its writing. */
  async function exchange(family: RefreshFamily, token: RefreshToken): Promise<Session | undefined> {
    const user = await users.find(family.userId);
    if (!user || isEnded(family, user)) return revoke(family, 'rejected');

    const at = now();
    const { familyId } = family;
    const from = hashesOf(token, hashToken);
    const use = tokenUse(family, from, at);
    if (use === 'invalid') return reject('rejected');
    if (use === 'stolen') return revoke(family, 'reused');

    // All that can fail comes before the write: a token is spent only when the new one can be handed out.
    const refreshToken = formatRefreshToken(followingToken(token, newSecret()));
    const expiresAt = sessionExpiry(family.createdAt, at);
    const accessToken = signAccessToken({ ...user, sessionId: familyId }, at);
    const to = hashToken(refreshToken);
    if (!(await families.rotate({ familyId, from, use, to, at, expiresAt }))) return undefined;
    countRefresh(use === 'first' ? 'success' : 'repeated');
    return { user, accessToken, refreshToken, refreshExpiresInSeconds: secondsBetween(at, expiresAt) };
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

const secondsBetween = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / 1_000);

/** Revokes the family of a refresh token, used or not; an unknown token has no session to end. */
export const createLogout =
  ({ families, hashToken, now }: Pick<SessionsNeeds, 'families' | 'hashToken' | 'now'>) =>
  async (sentToken: string): Promise<void> => {
    const token = parseRefreshToken(sentToken);
    const family = token && (await families.find(token.familyId));
    if (family && isOfFamily(family, hashesOf(token, hashToken))) await families.revoke(token.familyId, now());
  };

const hashesOf = (token: RefreshToken, hashToken: (text: string) => string): SentToken => ({
  hash: hashToken(formatRefreshToken(token)),
  commonHash: hashToken(commonPartOf(token)),
});
