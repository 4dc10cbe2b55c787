import { DomainError } from '@orders/shared/errors';

/** What an account may do. */
export type Role = 'user' | 'admin';

export interface User {
  /** 24 hex digits. */
  userId: string;
  name: string;
  /** As its owner typed it; mails are sent to this form. */
  email: string;
  passwordHash: string;
  role: Role;
  createdAt: Date;
}

export interface NewAccount {
  name: string;
  email: string;
  password: string;
}

interface Problem {
  path: string;
  message: string;
}

const lengths: Record<keyof NewAccount, { min: number; max: number }> = {
  name: { min: 1, max: 100 },
  email: { min: 3, max: 254 },
  password: { min: 8, max: 128 },
};

const addressForm = /^[^\s@]+@[^\s@]+$/u;

/** Refuses what must never be stored, with every problem at once; callers have stricter rules of their own. */
export function checkNewAccount(account: NewAccount): void {
  const problems = (Object.keys(lengths) as (keyof NewAccount)[]).flatMap((path) => lengthProblem(path, account[path]));
  if (!addressForm.test(account.email)) problems.push({ path: 'email', message: 'must be an e-mail address' });
  if (problems.length === 0) return;

  throw new DomainError('INVALID', {
    code: 'VALIDATION_FAILED',
    message: 'the account is not valid',
    details: problems,
  });
}

// The lower bound counts UTF-16 units and the upper one code points, so that neither is stricter than a caller's count.
function lengthProblem(path: keyof NewAccount, value: string): Problem[] {
  const { min, max } = lengths[path];
  if (value.length >= min && Array.from(value).length <= max) return [];
  return [{ path, message: `must have ${String(min)} to ${String(max)} characters` }];
}
