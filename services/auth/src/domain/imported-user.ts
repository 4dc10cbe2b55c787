import type { User } from './user';

/** An account as the original system stored it; nothing about it is certain but its id. */
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

export type TakenOver = { user: User } | { reason: string };

const bcryptForm = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
// Each step doubles the time; past this one a single login would hold a processor for seconds.
const maxBcryptCost = 14;

/** The account as it is kept here, with its id and password; or why it cannot be. */
export function takeOverUser({ userId, hasObjectId, createdAt, name, email, password }: SourceUser): TakenOver {
  if (!hasObjectId) return { reason: 'its id is no ObjectId' };
  if (typeof email !== 'string' || email === '') return { reason: 'it has no e-mail address' };
  if (typeof password !== 'string') return { reason: 'it has no password' };
  const problem = hashProblem(password);
  if (problem !== undefined) return { reason: problem };
  const displayName = typeof name === 'string' ? name : '';
  return { user: { userId, name: displayName, email, passwordHash: password, role: 'user', createdAt } };
}

function hashProblem(hash: string): string | undefined {
  const [, cost] = bcryptForm.exec(hash) ?? [];
  if (cost === undefined) return 'its password is no bcrypt hash';
  if (Number(cost) > maxBcryptCost) return `its bcrypt cost is ${cost}; at most ${String(maxBcryptCost)} is taken`;
  return undefined;
}
