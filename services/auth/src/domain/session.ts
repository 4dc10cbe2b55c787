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
  expiresAt: Date;
  revokedAt?: Date;
}

/** Whether a session ended with those that began before a change of the password. */
export const isEnded = ({ familyId, createdAt }: RefreshFamily, { sessionsEnded }: Pick<User, 'sessionsEnded'>) =>
  sessionsEnded !== undefined && createdAt <= sessionsEnded.at && familyId !== sessionsEnded.except;

/** How long after its first use a spent token still gets a new pair: two tabs sent it, or an answer was lost. */
export const repeatGraceMs = 10_000;

/** `invalid` tokens have expired with or without their session; `stolen` ones were spent by somebody else. */
export type TokenUse = 'first' | 'repeated' | 'invalid' | 'stolen';

/** What it means that a token of a family, known by its hash, is used now. */
export function tokenUse(family: RefreshFamily, hash: string, at: Date): TokenUse {
  if (family.revokedAt || family.expiresAt <= at || sessionExpiry(family.createdAt, at) <= at) return 'invalid';
  const valid = [{ hash: family.currentHash, issuedAt: family.rotatedAt }, ...family.otherTokens];
  const issued = valid.find((token) => token.hash === hash);
  if (issued) return refreshExpiry(issued.issuedAt) > at ? 'first' : 'invalid';
  const spent = family.spentTokens.find((token) => token.hash === hash);
  return spent && at.getTime() - spent.spentAt.getTime() <= repeatGraceMs ? 'repeated' : 'stolen';
}

const tokenForm = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** The token as clients hold it. */
export const formatRefreshToken = ({ familyId, secret }: RefreshToken): string => `${familyId}.${secret}`;

/** The parts of a token that a client sent; undefined where it has another form. */
export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [, familyId, secret] = tokenForm.exec(text) ?? [];
  return familyId === undefined || secret === undefined ? undefined : { familyId, secret };
}
