import { GetSendQuotaCommand, SendEmailCommand, SESClient, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import { SpanKind, withSpan } from '@orders/shared/span';
import { localCredentials } from '@orders/shared/sqs';
import { connectMs, sesPingMs } from '@orders/shared/time-limits';
import type { OrderMail } from './order-mail';
import type { Delivery } from './send-mail';
import { deliveryOf, isSenderUnverified } from './ses-errors';
import { senderAddress } from './sender-address';

export interface SesMailerNeeds {
  region: string;
  /** Set for LocalStack only, where a missing sender identity is verified again. */
  endpoint: string | undefined;
  /** An address, or `Name <address>`. */
  sender: string;
  longestSendMs: number;
}

const pingKeptMs = 3_000;

const sending = { 'rpc.system.name': 'aws-api', 'rpc.method': 'SES/SendEmail' };

const createSesClient = ({ region, endpoint }: Pick<SesMailerNeeds, 'region' | 'endpoint'>) =>
  new SESClient({
    region,
    ...(endpoint === undefined ? {} : { endpoint, credentials: localCredentials }),
    // A send that may have been taken is ours to repeat, after the ledger was asked.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: connectMs },
  });

/** Hands mails to SES. */
export function createSesMailer({ region, endpoint, sender, longestSendMs }: SesMailerNeeds) {
  const ses = createSesClient({ region, endpoint });
  const { header, address } = senderAddress(sender);
  let isSuspect = false;

  const within = (milliseconds: number) => ({ abortSignal: AbortSignal.timeout(milliseconds) });
  const readRate = async () =>
    (await ses.send(new GetSendQuotaCommand({}), within(sesPingMs))).MaxSendRate ?? slowestRate;
  const verifySender = (options = within(longestSendMs)) =>
    ses.send(new VerifyEmailIdentityCommand({ EmailAddress: address }), options);

  async function deliver(to: string, mail: OrderMail): Promise<void> {
    const command = new SendEmailCommand({
      Source: header,
      Destination: { ToAddresses: [to] },
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
        await withSpan('send mail', { kind: SpanKind.CLIENT, attributes: sending }, () => deliver(to, mail));
        return { outcome: 'sent' };
      } catch (error) {
        const delivery = deliveryOf(error);
        isSuspect ||= delivery.outcome === 'later' && delivery.because === 'away';
        return delivery;
      }
    },
    /**
     * After a send without an answer: rejects until SES answers a harmless question. What hangs may take a mail and say
     * nothing, so no second one is handed to it meanwhile.
     */
    answers: async (): Promise<void> => {
      if (isSuspect) await readRate();
      isSuspect = false;
    },
    /** Mails a second that the account may send. */
    readRate,
    ping: keepingAnswer(readRate, pingKeptMs),
    verifySender: async (): Promise<void> => {
      if (endpoint !== undefined) await verifySender();
    },
    stop: () => ses.destroy(),
  };
}

/** Asks at most once in a while: SES counts these questions, and a probe asks often. */
function keepingAnswer<T>(ask: () => Promise<T>, keptMs: number): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    if (!answer) {
      answer = ask();
      setTimeout(() => (answer = undefined), keptMs).unref();
    }
    return answer;
  };
}

export type SesMailer = ReturnType<typeof createSesMailer>;

const slowestRate = 1;
