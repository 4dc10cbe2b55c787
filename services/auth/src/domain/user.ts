/** What an account may do. */
export type Role = 'user' | 'admin';

export interface User {
  /** 24 hex digits. */
  userId: string;
  name: string;
  /** As it was typed; mails go here. */
  email: string;
  passwordHash: string;
  role: Role;
  createdAt: Date;
}

/** What makes two spellings of an address the same account. */
export const emailKeyOf = (email: string): string => email.toLowerCase().normalize('NFC');
