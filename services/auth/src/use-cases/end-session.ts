import { parseRefreshToken } from '../domain/refresh-token';
import type { FamilyStore } from './stores';

export interface EndSessionNeeds {
  families: Pick<FamilyStore, 'revoke'>;
  now: () => Date;
}

/** Ends the family of a refresh token, spent or not; a token that is unknown has nothing to end. */
export const createEndSession =
  ({ families, now }: EndSessionNeeds) =>
  async (sentToken: string): Promise<void> => {
    const token = parseRefreshToken(sentToken);
    if (token) await families.revoke(token.familyId, now());
  };
