// Original file: proto/orderplacing/auth/v1/auth.proto

/**
 * AccountMailKind is what a mail to an account is for.
 */
export const AccountMailKind = {
  ACCOUNT_MAIL_KIND_UNSPECIFIED: 'ACCOUNT_MAIL_KIND_UNSPECIFIED',
  ACCOUNT_MAIL_KIND_VERIFY_EMAIL: 'ACCOUNT_MAIL_KIND_VERIFY_EMAIL',
  ACCOUNT_MAIL_KIND_RESET_PASSWORD: 'ACCOUNT_MAIL_KIND_RESET_PASSWORD',
  ACCOUNT_MAIL_KIND_PASSWORD_CHANGED: 'ACCOUNT_MAIL_KIND_PASSWORD_CHANGED',
  /**
   * To an admin; never among the events of auth.
   */
  ACCOUNT_MAIL_KIND_WEBHOOK_DISABLED: 'ACCOUNT_MAIL_KIND_WEBHOOK_DISABLED',
} as const;

/**
 * AccountMailKind is what a mail to an account is for.
 */
export type AccountMailKind =
  | 'ACCOUNT_MAIL_KIND_UNSPECIFIED'
  | 0
  | 'ACCOUNT_MAIL_KIND_VERIFY_EMAIL'
  | 1
  | 'ACCOUNT_MAIL_KIND_RESET_PASSWORD'
  | 2
  | 'ACCOUNT_MAIL_KIND_PASSWORD_CHANGED'
  | 3
  /**
   * To an admin; never among the events of auth.
   */
  | 'ACCOUNT_MAIL_KIND_WEBHOOK_DISABLED'
  | 4

/**
 * AccountMailKind is what a mail to an account is for.
 */
export type AccountMailKindOutput = typeof AccountMailKind[keyof typeof AccountMailKind]
