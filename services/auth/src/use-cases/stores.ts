import type { RefreshFamily } from '../domain/refresh-token';
import type { User } from '../domain/user';

/** What the use cases need of the accounts. */
export interface UserStore {
  findByEmail: (email: string) => Promise<User | undefined>;
  find: (userId: string) => Promise<User | undefined>;
  findMany: (userIds: string[]) => Promise<User[]>;
  /** Stores the account unless its address has one; says whether it did. */
  insert: (user: User) => Promise<boolean>;
  /** Replaces the hash if it still is the one named. */
  replaceHash: (change: { userId: string; from: string; to: string }) => Promise<void>;
}

export interface Rotation {
  familyId: string;
  /** The hash of the token that is spent. */
  from: string;
  /** The hash of the one issued for it. */
  to: string;
  at: Date;
  expiresAt: Date;
}

/** What the use cases need of the refresh-token families. */
export interface FamilyStore {
  insert: (family: RefreshFamily) => Promise<void>;
  find: (familyId: string) => Promise<RefreshFamily | undefined>;
  /** Spends the family's token for a new one if it is the current one of a living family; says whether it did. */
  rotate: (rotation: Rotation) => Promise<boolean>;
  /** Ends the family; says whether it was alive. */
  revoke: (familyId: string, at: Date) => Promise<boolean>;
}
