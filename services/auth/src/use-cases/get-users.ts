import { DomainError } from '@orders/shared/errors';
import type { User } from '../domain/user';

export interface GetUsersNeeds {
  users: { findMany: (userIds: string[]) => Promise<User[]> };
}

const maxIds = 1_000;

/** Returns those of the accounts that exist. */
export const createGetUsers =
  ({ users }: GetUsersNeeds) =>
  async (userIds: string[]): Promise<User[]> => {
    if (userIds.length > maxIds) {
      throw new DomainError('INVALID', {
        code: 'VALIDATION_FAILED',
        message: 'the request is not valid',
        details: [{ path: 'userIds', message: `must have at most ${String(maxIds)} entries` }],
      });
    }
    return users.findMany(userIds);
  };
