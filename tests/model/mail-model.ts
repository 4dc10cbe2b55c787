import { when, type Model, type Numbers, type Step } from './explore';

const [pending, processed, cancelled] = [0, 1, 2] as const;
const [open, closed] = [0, 1] as const;

/** One mail, two senders, and a lease that may end at any moment that rule 13 does not exclude. */
interface Mail extends Numbers {
  status: number;
  /** Whether its ledger entry is open or closed. */
  ledger: number;
  /** The sender that has claimed it; 0 is none. */
  holder: number;
  isLeased: number;
  sender1: number;
  sender2: number;
  sent: number;
  /** How many senders crashed while sending: as many mails may repeat. */
  crashed: number;
  /** Whether a mail went out for an order that was not settled. */
  isWrong: number;
}

// The state of a sender: idle, it knows that the order is settled, it has the claim, it sends, or it marks.
const [idle, knows, holds, sends, marks] = [0, 1, 2, 3, 4] as const;

export type WithoutInMails = 'asking for the status' | 'claims' | 'a check of the lease' | undefined;

/** The mails of one order, or the same without a part of rule 13. */
export const mailModel = (without?: WithoutInMails): Model<Mail> => ({
  starts: [
    { status: pending, ledger: open, holder: 0, isLeased: 0, sender1: 0, sender2: 0, sent: 0, crashed: 0, isWrong: 0 },
  ],
  steps: (state) => [
    ...worldSteps(state, without),
    ...senderSteps(state, 1, without),
    ...senderSteps(state, 2, without),
  ],
  problem: ({ sent, crashed, isWrong }) => {
    if (isWrong === 1) return 'a mail went out for an order that was not settled';
    return sent > 1 + crashed ? `${String(sent)} mails went out, and ${String(crashed)} senders crashed` : undefined;
  },
});

function worldSteps(state: Mail, without: WithoutInMails): Step<Mail>[] {
  const steps: Step<Mail>[] = [];
  if (state.status === pending) {
    steps.push({ name: 'the order is settled', to: { ...state, status: processed } });
    steps.push({ name: 'the buyer cancels', to: { ...state, status: cancelled } });
  }
  const isSending = [state.sender1, state.sender2].some((sender) => sender === sends || sender === marks);
  // When a send begins, the lease lasts for at least twice the longest send, so it outlives this one.
  if (state.isLeased === 1 && (!isSending || without === 'a check of the lease')) {
    steps.push({ name: 'the lease ends', to: { ...state, isLeased: 0 } });
  }
  return steps;
}

function senderSteps(state: Mail, number: 1 | 2, without: WithoutInMails): Step<Mail>[] {
  const sender = number === 1 ? 'sender1' : 'sender2';
  const to = (place: number, changes: Partial<Mail> = {}): Mail => ({ ...state, ...changes, [sender]: place }) as Mail;
  const facts = { number, who: `sender ${String(number)}`, at: state[sender], to, without };
  return [...claimSteps(state, facts), ...sendSteps(state, facts)];
}

interface Sender {
  number: 1 | 2;
  who: string;
  at: number;
  to: (place: number, changes?: Partial<Mail>) => Mail;
  without: WithoutInMails;
}

function claimSteps(state: Mail, { number, who, at, to, without }: Sender): Step<Mail>[] {
  const isOpen = state.ledger === open;
  const canClaim = (isOpen && state.isLeased === 0) || without === 'claims';
  const claimed = canClaim
    ? { name: `${who} claims it`, to: to(holds, { holder: number, isLeased: 1 }) }
    : { name: `${who} finds it claimed`, to: to(idle) };
  return [
    ...when(at === idle && isOpen && canBeSent(state, without), `${who} finds the mail`, to(knows)),
    ...when(at === knows, claimed.name, claimed.to),
  ];
}

function sendSteps(state: Mail, { number, who, at, to, without }: Sender): Step<Mail>[] {
  const isOurs = state.holder === number;
  const canSend = (state.isLeased === 1 && isOurs) || without !== undefined;
  const sent = afterSend(state);
  const marked = isOurs ? { ledger: closed } : {};
  const begun = canSend
    ? { name: `${who} begins to send`, to: to(sends) }
    : { name: `${who} has too little of its lease left`, to: to(idle) };
  return [
    ...when(at === holds, begun.name, begun.to),
    ...when(at === sends, `${who} sends`, to(marks, sent)),
    ...when(at === sends && state.crashed < maxCrashes, `${who} sends and crashes`, to(idle, crashed(state, sent))),
    ...when(at === marks, `${who} marks it`, to(idle, marked)),
  ];
}

const maxCrashes = 3;

const canBeSent = ({ status }: Mail, without: WithoutInMails) =>
  status === processed || without === 'asking for the status';

const crashed = (state: Mail, sent: Partial<Mail>): Partial<Mail> => ({ ...sent, crashed: state.crashed + 1 });

const afterSend = ({ sent, status, isWrong }: Mail): Partial<Mail> => ({
  sent: sent + 1,
  isWrong: status === processed ? isWrong : 1,
});
