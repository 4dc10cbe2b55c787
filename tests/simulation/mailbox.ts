import type { SimulatedProcess } from './simulated-process';
import type { World } from './world';

export interface SentMail {
  orderId: string;
  to: string;
  outcome: 'Processed' | 'Failed';
  sender: SimulatedProcess;
  /** Whether the sender got the answer. */
  isAnswered: boolean;
}

/** The mail service: what it accepted was sent, even where the sender never learns of it. */
export function createMailbox(world: World) {
  const sent: SentMail[] = [];
  return {
    sent,
    senderOf: (process: SimulatedProcess) => ({
      send: async (to: string, { subject, text }: { subject: string; text: string }) => {
        const mail: SentMail = { ...read(text), to, sender: process, isAnswered: false };
        const earlier = sent.find(({ orderId, ...known }) => orderId === mail.orderId && isKnownToBeSent(known));
        if (earlier) world.reportViolation(`the mail of ${mail.orderId} is sent again without need`);
        try {
          const answer = await process.effect('mail', `send "${subject}" to ${to}`, () => {
            sent.push(mail);
            return { outcome: 'sent' as const };
          });
          mail.isAnswered = true;
          return answer;
        } catch (error) {
          return { outcome: 'retry' as const, because: 'unavailable' as const, reason: String(error) };
        }
      },
    }),
  };
}

export type Mailbox = ReturnType<typeof createMailbox>;

// A sender that got the answer and still runs has recorded the mail, or holds its claim until it has.
const isKnownToBeSent = ({ isAnswered, sender }: Pick<SentMail, 'isAnswered' | 'sender'>) =>
  isAnswered && !sender.hasCrashed();

function read(text: string): Pick<SentMail, 'orderId' | 'outcome'> {
  const orderId = /Order: {2}(\S+)/.exec(text)?.[1] ?? '';
  return { orderId, outcome: text.includes('Status: Processed') ? 'Processed' : 'Failed' };
}
