import { holdsUrl, withoutUrls } from './url-in-name';
import type { User } from './user';

/** An account as the original system stored it; only its id is certain. */
export interface SourceUser {
  /** The id as text. */
  userId: string;
  /** Whether it is an ObjectId, as all ids of accounts here are. */
  hasObjectId: boolean;
  createdAt: Date;
  name: unknown;
  email: unknown;
  password: unknown;
}

export type ImportedUser = { user: User } | { reason: string };

const bcryptForm = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
// Each step doubles the time; above this one a single login would take a processor for seconds.
const maxBcryptCost = 14;

/** The account with its id and password as this system keeps it, or why it cannot be imported. */
export function importUser({ userId, hasObjectId, createdAt, name, email, password }: SourceUser): ImportedUser {
  if (!hasObjectId) return { reason: 'its id is not an ObjectId' };
  if (typeof email !== 'string' || email === '') return { reason: 'it has no e-mail address' };
  if (typeof password !== 'string') return { reason: 'it has no password' };
  const problem = hashProblem(password);
  if (problem !== undefined) return { reason: problem };
  // A link in a name would stand in our mails; the account is taken without it.
  const displayName = typeof name === 'string' ? nameOf(name) : '';
  const account = { name: displayName, email, emailVerified: false, passwordHash: password, role: 'user' } as const;
  return { user: { userId, ...account, createdAt } };
}

const nameOf = (name: string) => (holdsUrl(name) ? withoutUrls(name) : name);

function hashProblem(hash: string): string | undefined {
  const [, cost] = bcryptForm.exec(hash) ?? [];
  if (cost === undefined) return 'its password is not a bcrypt hash';
  if (Number(cost) > maxBcryptCost) return `its bcrypt cost is ${cost}; at most ${String(maxBcryptCost)} is accepted`;
  return undefined;
}
