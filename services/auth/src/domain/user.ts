import { DomainError } from '@orders/shared/errors';
import { holdsUrl } from './url-in-name';

/** What an account may do. */
export type Role = 'user' | 'admin';

export interface User {
  /** 24 hex digits. */
  userId: string;
  name: string;
  /** As its owner typed it; mails are sent to this form. */
  email: string;
  /** Whether somebody who reads its mails said so; accounts of earlier versions and imported ones begin without. */
  emailVerified: boolean;
  passwordHash: string;
  role: Role;
  createdAt: Date;
  /** Sessions that began before this change are over, whatever their families say. Earlier versions gave it no id. */
  sessionsEnded?: { at: Date; except?: string; changeId?: string };
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

/** Whether a password is among the first that are guessed. */
export type IsCommonPassword = (password: string) => boolean;

const lengths = {
  name: { min: 1, max: 100 },
  email: { min: 3, max: 254 },
  password: { min: 8, max: 128 },
};

const addressForm = /^[^\s@]+@[^\s@]+$/u;

/** Refuses what must never be stored, with every problem at once; callers have stricter rules of their own. */
export function checkNewAccount({ name, email, password }: NewAccount, isCommon: IsCommonPassword): void {
  const problems = [
    ...nameProblems(name),
    ...lengthProblems('email', email, lengths.email),
    ...(addressForm.test(email) ? [] : [{ path: 'email', message: 'must be an e-mail address' }]),
    ...passwordProblems('password', password, isCommon),
  ];
  refuse('the account is not valid', problems);
}

/** Refuses a name that must never be stored. */
export const checkName = (name: string): void => refuse('the name is not valid', nameProblems(name));

/** Refuses a password that must never be set, under the name that its field has in the request. */
export const checkPassword = (path: string, password: string, isCommon: IsCommonPassword): void =>
  refuse('the password is not valid', passwordProblems(path, password, isCommon));

const nameProblems = (name: string): Problem[] => [
  ...lengthProblems('name', name, lengths.name),
  ...(holdsUrl(name) ? [{ path: 'name', message: 'must not hold a web address' }] : []),
];

const passwordProblems = (path: string, password: string, isCommon: IsCommonPassword): Problem[] => [
  ...lengthProblems(path, password.normalize('NFC'), lengths.password),
  ...(isCommon(password) ? [{ path, message: 'is one of the most common passwords; choose another one' }] : []),
];

// The lower bound counts UTF-16 units and the upper one code points, so that neither is stricter than a caller's count.
function lengthProblems(path: string, value: string, { min, max }: { min: number; max: number }): Problem[] {
  if (value.length >= min && Array.from(value).length <= max) return [];
  return [{ path, message: `must have ${String(min)} to ${String(max)} characters` }];
}

function refuse(message: string, problems: Problem[]): void {
  if (problems.length > 0) throw new DomainError('INVALID', { code: 'VALIDATION_FAILED', message, details: problems });
}
