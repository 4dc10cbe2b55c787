import { DomainError } from '@orders/shared/errors';
import type { User } from '../domain/user';
import type { UserStore } from './stores';

export interface GetUsersNeeds {
  users: Pick<UserStore, 'findMany'>;
}

const maxIds = 1_000;

/** Answers those of the accounts that exist. */
export const createGetUsers =
  ({ users }: GetUsersNeeds) =>
  async (userIds: string[]): Promise<User[]> => {
    if (userIds.length > maxIds) {
      throw new DomainError('INVALID', {
        code: 'VALIDATION_FAILED',
        message: `at most ${String(maxIds)} ids at once`,
        details: [{ path: 'userIds', message: `must have at most ${String(maxIds)} entries` }],
      });
    }
    return users.findMany(userIds);
  };
