import { emailKeyOf } from '@orders/proto/email-address';
import { importUser, type SourceUser } from '../domain/imported-user';
import type { User } from '../domain/user';

export interface InsertedUsers {
  imported: number;
  present: number;
  /** Not inserted, because another account has the address. */
  taken: User[];
}

export interface ImportUsersNeeds {
  /** Inserts each account whose id is not there yet. */
  insertMissing: (users: User[]) => Promise<InsertedUsers>;
  findByEmail: (email: string) => Promise<User | undefined>;
}

export interface UserImportReport {
  imported: number;
  present: number;
  refused: { id: string; reason: string }[];
}

/** Imports accounts batch by batch; only inserts, so existing accounts stay as they are. */
export function createImportUsers({ insertMissing, findByEmail }: ImportUsersNeeds) {
  return async (batches: AsyncIterable<SourceUser[]>): Promise<UserImportReport> => {
    const report: UserImportReport = { imported: 0, present: 0, refused: [] };
    for await (const batch of batches) {
      const users: User[] = [];
      for (const source of batch) {
        const result = importUser(source);
        if ('user' in result) users.push(result.user);
        else report.refused.push({ id: source.userId, reason: result.reason });
      }
      const { imported, present, taken } = await insertMissing(users);
      report.imported += imported;
      report.present += present;
      for (const user of taken) report.refused.push({ id: user.userId, reason: await reasonOf(user) });
    }
    return report;
  };

  async function reasonOf({ email }: User): Promise<string> {
    const holder = await findByEmail(email);
    const key = emailKeyOf(email);
    return `account ${holder?.userId ?? 'of another id'} has its address (${key}, compared without regard to case)`;
  }
}
