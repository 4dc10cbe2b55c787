import type { User } from './user';

/** What a signed-in client holds. */
export interface Session {
  user: User;
  accessToken: string;
  refreshToken: string;
  refreshExpiresInSeconds: number;
}

export const accessTokenSeconds = 15 * 60;

/** Each refresh starts the 30 days again, so a session ends 30 days after it was last used. */
export const refreshTokenSeconds = 30 * 24 * 60 * 60;

/** However often it is used, a session ends 90 days after its sign-in. */
const sessionMs = 90 * 24 * 60 * 60 * 1_000;

/** When a session that is used now expires. */
export const sessionExpiry = (createdAt: Date, usedAt: Date): Date =>
  new Date(Math.min(refreshExpiry(usedAt).getTime(), createdAt.getTime() + sessionMs));

/** What is kept of the name that a client gives itself. */
export const boundedUserAgent = (userAgent: string): string => userAgent.slice(0, 256);

/** When a refresh token expires, unless its session ends before. */
export const refreshExpiry = (issuedAt: Date): Date => new Date(issuedAt.getTime() + refreshTokenSeconds * 1_000);

/** The parts of a refresh token: its family, and a secret that is spent by its first use. */
export interface RefreshToken {
  /** 16 random bytes. */
  familyId: string;
  /** 32 random bytes. */
  secret: string;
}

/** All refresh tokens of one sign-in, which are a session; its id is that of the family. */
export interface RefreshFamily {
  familyId: string;
  userId: string;
  createdAt: Date;
  /** The change that had ended sessions when the account was read; empty before the first one. Absent in earlier versions. */
  seenChangeId?: string;
  /** Of the client that signed in. */
  userAgent: string;
  /** The hash of the token issued last. */
  currentHash: string;
  /** When that token was issued, which is when the session was last used. */
  rotatedAt: Date;
  /** Valid tokens issued before it: more than one is valid after a spent token was repeated. */
  otherTokens: { hash: string; issuedAt: Date }[];
  /** Tokens that were used a short time ago. */
  spentTokens: { hash: string; spentAt: Date }[];
  /** The hash of what the secrets of its tokens have in common; absent where an earlier version issued one. */
  commonHash?: string;
  expiresAt: Date;
  revokedAt?: Date;
}

/**
 * Whether a session ended with those that began before a change of the password. The clocks of two replicas count only
 * where one of them, of an earlier version, has recorded nothing else.
 */
export function isEnded(family: RefreshFamily, { sessionsEnded }: Pick<User, 'sessionsEnded'>): boolean {
  if (sessionsEnded === undefined || family.familyId === sessionsEnded.except) return false;
  const { at, changeId } = sessionsEnded;
  if (family.seenChangeId === undefined || changeId === undefined) return family.createdAt <= at;
  return family.seenChangeId !== changeId;
}

/** How long after its first use a spent token still gets a new pair: two tabs sent it, or an answer was lost. */
export const repeatGraceMs = 10_000;

/** A token that was sent: its hash, and that of what the secrets of its family have in common. */
export interface SentToken {
  hash: string;
  commonHash: string;
}

/** `invalid` tokens have expired with or without their session, or are made up; `stolen` ones were spent by somebody else. */
export type TokenUse = 'first' | 'repeated' | 'invalid' | 'stolen';

/** What it means that a token which names a family is used now. */
export function tokenUse(family: RefreshFamily, sent: SentToken, at: Date): TokenUse {
  if (family.revokedAt || family.expiresAt <= at || sessionExpiry(family.createdAt, at) <= at) return 'invalid';
  const valid = [{ hash: family.currentHash, issuedAt: family.rotatedAt }, ...family.otherTokens];
  const issued = valid.find(({ hash }) => hash === sent.hash);
  if (issued) return refreshExpiry(issued.issuedAt) > at ? 'first' : 'invalid';
  return useOfFormer(family, sent, at);
}

function useOfFormer(family: RefreshFamily, sent: SentToken, at: Date): TokenUse {
  const spent = family.spentTokens.find(({ hash }) => hash === sent.hash);
  if (spent && at.getTime() - spent.spentAt.getTime() <= repeatGraceMs) return 'repeated';
  return isOfFamily(family, sent) ? 'stolen' : 'invalid';
}

/** Whether a token was ever issued in a family: its id alone, which access tokens carry, ends no session. */
export function isOfFamily(family: RefreshFamily, { hash, commonHash }: SentToken): boolean {
  const known = [family.currentHash, ...[...family.otherTokens, ...family.spentTokens].map((token) => token.hash)];
  // What an earlier version issued and has forgotten cannot be told from what is made up.
  return family.commonHash === undefined || family.commonHash === commonHash || known.includes(hash);
}

// 126 of 256 bits; the others are new in each token.
const commonCharacters = 21;

/** What the secrets of all tokens of a family have in common. */
export const commonPartOf = ({ secret }: RefreshToken): string => secret.slice(0, commonCharacters);

/** The token that follows another one of its family. */
export const followingToken = (token: RefreshToken, newSecret: string): RefreshToken => ({
  ...token,
  secret: commonPartOf(token) + newSecret.slice(commonCharacters),
});

const tokenForm = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** The token as clients hold it. */
export const formatRefreshToken = ({ familyId, secret }: RefreshToken): string => `${familyId}.${secret}`;

/** The parts of a token that a client sent; undefined where it has another form. */
export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [, familyId, secret] = tokenForm.exec(text) ?? [];
  return familyId === undefined || secret === undefined ? undefined : { familyId, secret };
}
