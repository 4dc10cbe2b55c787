import type { User } from './user';

/** What a signed-in client holds. */
export interface Session {
  user: User;
  accessToken: string;
  refreshToken: string;
}

export const accessTokenSeconds = 15 * 60;

/** Each refresh starts the 30 days again, so a session ends 30 days after it was last used. */
export const refreshTokenSeconds = 30 * 24 * 60 * 60;

/** When a refresh token expires. */
export const refreshExpiry = (issuedAt: Date): Date => new Date(issuedAt.getTime() + refreshTokenSeconds * 1_000);

/** The parts of a refresh token: its family, and a secret that can be used once. */
export interface RefreshToken {
  /** 16 random bytes. */
  familyId: string;
  /** 32 random bytes. */
  secret: string;
}

/** All refresh tokens of one sign-in; only the last one issued is valid. */
export interface RefreshFamily {
  familyId: string;
  userId: string;
  /** The hash of the valid token. */
  currentHash: string;
  rotatedAt: Date;
  expiresAt: Date;
}

const tokenForm = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** The token as clients hold it. */
export const formatRefreshToken = ({ familyId, secret }: RefreshToken): string => `${familyId}.${secret}`;

/** The parts of a token that a client sent; undefined where it has another form. */
export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [, familyId, secret] = tokenForm.exec(text) ?? [];
  return familyId === undefined || secret === undefined ? undefined : { familyId, secret };
}
