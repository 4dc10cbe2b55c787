/** The parts of a refresh token: the family it belongs to, and the secret that is spent by its use. */
export interface RefreshToken {
  /** 16 random bytes. */
  familyId: string;
  /** 32 random bytes. */
  secret: string;
}

/** All tokens of one sign-in; only the last one issued is good. */
export interface RefreshFamily {
  familyId: string;
  userId: string;
  /** The hash of the one token that may be spent. */
  currentHash: string;
  rotatedAt: Date;
  expiresAt: Date;
}

const tokenForm = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** The token as clients hold it. */
export const formatRefreshToken = ({ familyId, secret }: RefreshToken): string => `${familyId}.${secret}`;

/** The parts of what a client sent, or undefined for what was never issued. */
export function parseRefreshToken(text: string): RefreshToken | undefined {
  const [, familyId, secret] = tokenForm.exec(text) ?? [];
  return familyId === undefined || secret === undefined ? undefined : { familyId, secret };
}
