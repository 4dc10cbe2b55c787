import {
  GetSendQuotaCommand,
  SendEmailCommand,
  SESClient,
  SESServiceException,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses';
import { mailAddressOf } from '@orders/proto/email-address';
import { SpanKind, withSpan } from '@orders/shared/span';
import { localCredentials } from '@orders/shared/sqs';
import { connectMs, sesPingMs } from '@orders/shared/time-limits';
import type { OrderMail } from './order-mail';
import type { Delivery } from './send-mail';
import { senderAddress } from './sender-address';

export interface SesMailerNeeds {
  region: string;
  /** Set for LocalStack only, where a missing sender identity is verified again. */
  endpoint: string | undefined;
  /** An address, or `Name <address>`. */
  sender: string;
  configurationSet?: string | undefined;
  longestSendMs: number;
}

const pingKeptMs = 3_000;
const lowestRate = 1;

const sendAttributes = { 'rpc.system.name': 'aws-api', 'rpc.method': 'SES/SendEmail' };

const createSesClient = ({ region, endpoint }: Pick<SesMailerNeeds, 'region' | 'endpoint'>) =>
  new SESClient({
    region,
    ...(endpoint === undefined ? {} : { endpoint, credentials: localCredentials }),
    // Only the mail sender may repeat a send, since SES may have accepted it: it asks the ledger first.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: connectMs },
  });

/** Sends mails through SES. */
export function createSesMailer({ region, endpoint, sender, configurationSet, longestSendMs }: SesMailerNeeds) {
  const ses = createSesClient({ region, endpoint });
  const { header, address } = senderAddress(sender);
  let isInDoubt = false;

  const within = (milliseconds: number) => ({ abortSignal: AbortSignal.timeout(milliseconds) });
  const readQuota = async () =>
    (await ses.send(new GetSendQuotaCommand({}), within(sesPingMs))).MaxSendRate ?? lowestRate;
  const verifySender = (options = within(longestSendMs)) =>
    ses.send(new VerifyEmailIdentityCommand({ EmailAddress: address }), options);

  async function deliver(to: string, mail: OrderMail): Promise<void> {
    const command = new SendEmailCommand({
      Source: header,
      ConfigurationSetName: configurationSet,
      Destination: { ToAddresses: [mailAddressOf(to)] },
      Message: {
        Subject: { Data: mail.subject, Charset: 'UTF-8' },
        Body: { Text: { Data: mail.text, Charset: 'UTF-8' }, Html: { Data: mail.html, Charset: 'UTF-8' } },
      },
    });
    const options = within(longestSendMs);
    try {
      await ses.send(command, options);
    } catch (error) {
      if (endpoint === undefined || !isSenderUnverified(error)) throw error;
      await verifySender(options);
      await ses.send(command, options);
    }
  }

  return {
    send: async (to: string, mail: OrderMail): Promise<Delivery> => {
      try {
        await withSpan('send mail', { kind: SpanKind.CLIENT, attributes: sendAttributes }, () => deliver(to, mail));
        return { outcome: 'sent' };
      } catch (error) {
        const delivery = withoutAddress(deliveryOf(error));
        isInDoubt ||= delivery.outcome === 'retry' && delivery.because === 'unavailable';
        return delivery;
      }
    },
    /**
     * Rejects after a send without an answer, until SES answers a harmless request: a service that hangs may accept a mail
     * and say nothing, so no second one is sent meanwhile.
     */
    check: async (): Promise<void> => {
      if (isInDoubt) await readQuota();
      isInDoubt = false;
    },
    /** Mails a second that the account may send. */
    readQuota,
    ping: keepAnswer(readQuota, pingKeptMs),
    verifySender: async (): Promise<void> => {
      if (endpoint !== undefined) await verifySender();
    },
    stop: () => ses.destroy(),
  };
}

/** Keeps an answer for a while: SES limits these requests, and probes come often. */
function keepAnswer<T>(request: () => Promise<T>, keptMs: number): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    if (!answer) {
      answer = request();
      setTimeout(() => (answer = undefined), keptMs).unref();
    }
    return answer;
  };
}

// Refused because of the mail itself, which would be refused again.
const refusals = new Set(['MessageRejected', 'InvalidParameterValue', 'ValidationError']);
const throttles = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceeded']);

/** The delivery that an error of SES stands for. */
export function deliveryOf(error: unknown): Delivery {
  if (!(error instanceof SESServiceException))
    return { outcome: 'retry', because: 'unavailable', reason: messageOf(error) };
  const reason = `${error.name}: ${error.message}`;
  if (isUnverified(error)) return { outcome: 'retry', because: 'not allowed', reason };
  if (refusals.has(error.name)) return { outcome: 'rejected', reason };
  if (throttles.has(error.name)) return { outcome: 'retry', because: 'throttled', reason };
  if (error.$fault === 'server') return { outcome: 'retry', because: 'unavailable', reason };
  return { outcome: 'retry', because: 'not allowed', reason };
}

// The ledger outlives the account, so no address is kept in it; SES names those that it refuses.
function withoutAddress(delivery: Delivery): Delivery {
  if (delivery.outcome === 'sent') return delivery;
  return { ...delivery, reason: delivery.reason.replaceAll(/[^\s<>"(),;:]+@[^\s<>"(),;:]+/gu, '(address)') };
}

/** Whether the sender's identity is not verified, as after a restart of LocalStack. */
const isSenderUnverified = (error: unknown): boolean => error instanceof SESServiceException && isUnverified(error);

const isUnverified = ({ name, message }: SESServiceException) =>
  name === 'MailFromDomainNotVerifiedException' || (name === 'MessageRejected' && /not verified/i.test(message));

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
