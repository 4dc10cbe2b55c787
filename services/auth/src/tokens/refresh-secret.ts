import { createHash, randomBytes } from 'node:crypto';
import type { RefreshToken } from '../domain/refresh-token';

/** The secret part of a refresh token. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** The first token of a new family. */
export const newRefreshToken = (): RefreshToken => ({
  familyId: randomBytes(16).toString('base64url'),
  secret: newSecret(),
});

/** What is stored of a token; a fast hash is enough for 256 random bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
