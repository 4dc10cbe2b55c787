import { DomainError } from '@orders/shared/errors';
import type { RefreshFamily } from '../domain/session';
import type { FamilyStore } from './sessions';

export interface UserSessionsNeeds {
  families: Pick<FamilyStore, 'findOfUser' | 'revokeOfUser' | 'revokeAllOfUser'>;
  now: () => Date;
}

// One answer must not grow with the number of sign-ins.
const maxSessions = 100;

/** What a user may do with the sessions of the own account: list them, end one, end all. */
export const createUserSessions = ({ families, now }: UserSessionsNeeds) => ({
  list: (userId: string): Promise<RefreshFamily[]> => families.findOfUser(userId, now(), maxSessions),

  end: async (userId: string, sessionId: string): Promise<void> => {
    if (await families.revokeOfUser(userId, sessionId, now())) return;
    throw new DomainError('NOT_FOUND', { code: 'NOT_FOUND', message: 'there is no such session' });
  },

  endAll: (userId: string): Promise<number> => families.revokeAllOfUser(userId, now()),
});

export type UserSessions = ReturnType<typeof createUserSessions>;
