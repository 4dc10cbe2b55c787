import type { User } from './user';

/** What a signed-in client holds. */
export interface Session {
  user: User;
  accessToken: string;
  refreshToken: string;
}

export const accessTokenSeconds = 15 * 60;

/** Each refresh begins the 30 days anew, so a session ends 30 days after it was last used. */
export const refreshTokenSeconds = 30 * 24 * 60 * 60;

/** When a refresh token that is issued now stops being good. */
export const refreshExpiry = (issuedAt: Date): Date => new Date(issuedAt.getTime() + refreshTokenSeconds * 1_000);
