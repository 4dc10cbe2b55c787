import type { Life } from './simulated-process';
import type { World } from './world';

export interface SentMail {
  orderId: string;
  to: string;
  outcome: 'Processed' | 'Failed';
  /** Whose answer came back, and who lives on to mark it, must not send it twice. */
  sender: Life;
  isAnswered: boolean;
}

/** The mail service: what it took is gone out, whoever hears of it. */
export function createMailbox(world: World) {
  const sent: SentMail[] = [];
  return {
    sent,
    senderOf: (life: Life) => ({
      send: async (to: string, { subject, text }: { subject: string; text: string }) => {
        const mail: SentMail = { ...read(text), to, sender: life, isAnswered: false };
        const earlier = sent.find(({ orderId, ...known }) => orderId === mail.orderId && isSurelyMarked(known));
        if (earlier) world.violated(`the mail of ${mail.orderId} is sent again without need`);
        try {
          const answer = await life.effect('mail', `send "${subject}" to ${to}`, () => {
            sent.push(mail);
            return { outcome: 'sent' as const };
          });
          mail.isAnswered = true;
          return answer;
        } catch (error) {
          return { outcome: 'later' as const, because: 'away' as const, reason: String(error) };
        }
      },
    }),
  };
}

export type Mailbox = ReturnType<typeof createMailbox>;

// The sender heard of it and lives: it marks the mail, or holds its claim until it has.
const isSurelyMarked = ({ isAnswered, sender }: Pick<SentMail, 'isAnswered' | 'sender'>) =>
  isAnswered && !sender.isOver();

function read(text: string): Pick<SentMail, 'orderId' | 'outcome'> {
  const orderId = /Order: {2}(\S+)/.exec(text)?.[1] ?? '';
  return { orderId, outcome: text.includes('Status: Processed') ? 'Processed' : 'Failed' };
}
