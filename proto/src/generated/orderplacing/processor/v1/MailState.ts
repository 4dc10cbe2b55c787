// Original file: proto/orderplacing/processor/v1/processor.proto

/**
 * MailState is the state of a mail.
 */
export const MailState = {
  MAIL_STATE_UNSPECIFIED: 'MAIL_STATE_UNSPECIFIED',
  MAIL_STATE_OWED: 'MAIL_STATE_OWED',
  MAIL_STATE_SENT: 'MAIL_STATE_SENT',
  /**
   * Rejected permanently.
   */
  MAIL_STATE_REJECTED: 'MAIL_STATE_REJECTED',
  /**
   * Not wanted: the order was cancelled.
   */
  MAIL_STATE_DROPPED: 'MAIL_STATE_DROPPED',
} as const;

/**
 * MailState is the state of a mail.
 */
export type MailState =
  | 'MAIL_STATE_UNSPECIFIED'
  | 0
  | 'MAIL_STATE_OWED'
  | 1
  | 'MAIL_STATE_SENT'
  | 2
  /**
   * Rejected permanently.
   */
  | 'MAIL_STATE_REJECTED'
  | 3
  /**
   * Not wanted: the order was cancelled.
   */
  | 'MAIL_STATE_DROPPED'
  | 4

/**
 * MailState is the state of a mail.
 */
export type MailStateOutput = typeof MailState[keyof typeof MailState]
