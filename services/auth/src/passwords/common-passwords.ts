import { dictionary } from '@zxcvbn-ts/language-common';
import type { IsCommonPassword } from '../domain/user';

// Shorter ones are refused for their length.
const common = new Set(
  dictionary['passwords-common'].filter(({ length }) => length >= 8).map((password) => password.toLowerCase()),
);

/** Whether a password is one of the 18,000 most common that are long enough, in whatever case. */
export const isCommonPassword: IsCommonPassword = (password) => common.has(password.normalize('NFC').toLowerCase());
