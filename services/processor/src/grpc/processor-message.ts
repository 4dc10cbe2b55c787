import type { AccountMail } from '@orders/proto/processor/v1/AccountMail';
import type { DeadLetter as DeadLetterMessage } from '@orders/proto/processor/v1/DeadLetter';
import type { Mail } from '@orders/proto/processor/v1/Mail';
import type { MailState } from '@orders/proto/processor/v1/MailState';
import type { OperatorAct } from '@orders/proto/processor/v1/OperatorAct';
import { traceIdOf } from '@orders/shared/request-context';
import { toTimestamp } from '@orders/shared/timestamp';
import type { AccountMailDocument } from '../account-mails/account-mail-document';
import type { DeadLetter } from '../dead-letters/dead-letter-browser';
import type { RecordedAction } from '../dead-letters/operator-actions';
import type { LedgerEntry } from '../mail/ledger-entry';

const maxBodyLength = 2_000;

const mailStates: Record<LedgerEntry['state'], MailState> = {
  owed: 'MAIL_STATE_OWED',
  sent: 'MAIL_STATE_SENT',
  rejected: 'MAIL_STATE_REJECTED',
  dropped: 'MAIL_STATE_DROPPED',
};

export const toMailMessage = ({
  orderId,
  state,
  attempts,
  owedAt,
  finishedAt,
  reason,
  traceparent,
}: LedgerEntry): Mail => ({
  orderId,
  state: mailStates[state],
  attempts,
  owedAt: toTimestamp(owedAt),
  ...(finishedAt && { finishedAt: toTimestamp(finishedAt) }),
  ...(reason !== undefined && { reason }),
  ...(traceparent !== undefined && { traceId: traceIdOf(traceparent) }),
});

export const toAccountMailMessage = ({
  kind,
  state,
  owedAt,
  finishedAt,
  reason,
}: AccountMailDocument): AccountMail => ({
  kind,
  state: mailStates[state],
  owedAt: toTimestamp(owedAt),
  ...(finishedAt && { finishedAt: toTimestamp(finishedAt) }),
  ...(reason !== undefined && { reason }),
});

export const toDeadLetterMessage = (letter: DeadLetter): DeadLetterMessage => ({
  messageId: letter.messageId,
  orderId: letter.orderId ?? '',
  reason: letter.reason,
  sentAt: toTimestamp(letter.sentAt),
  body: letter.body.slice(0, maxBodyLength),
  requestId: letter.requestId ?? '',
});

export const toActMessage = ({ at, operator, act, ...action }: RecordedAction): OperatorAct => ({
  at: toTimestamp(at),
  operator,
  act,
  messageId: action.messageId ?? '',
  orderId: action.orderId ?? '',
  reason: action.reason ?? '',
  outcome: action.outcome ?? '',
});
