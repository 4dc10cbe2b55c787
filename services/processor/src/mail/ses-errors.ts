import { SESServiceException } from '@aws-sdk/client-ses';
import type { Delivery } from './send-mail';

// Refused for what the mail is; the same would be refused again.
const refusals = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError']);
const throttles = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceeded']);

/** What an error of SES means for the mail. */
export function deliveryOf(error: unknown): Delivery {
  if (!(error instanceof SESServiceException)) return { outcome: 'later', because: 'away', reason: messageOf(error) };
  const reason = `${error.name}: ${error.message}`;
  if (isUnverified(error)) return { outcome: 'later', because: 'not allowed now', reason };
  if (refusals.has(error.name)) return { outcome: 'rejected', reason };
  if (throttles.has(error.name)) return { outcome: 'later', because: 'too fast', reason };
  if (error.$fault === 'server') return { outcome: 'later', because: 'away', reason };
  return { outcome: 'later', because: 'not allowed now', reason };
}

/** Whether the sender's identity is missing, which LocalStack forgets over a restart. */
export const isSenderUnverified = (error: unknown): boolean =>
  error instanceof SESServiceException && isUnverified(error);

const isUnverified = ({ name, message }: SESServiceException) =>
  name === 'MailFromDomainNotVerifiedException' || (name === 'MessageRejected' && /not verified/i.test(message));

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
