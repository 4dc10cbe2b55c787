/** What an effect answered, or that it threw. */
export type Outcome<T> = { value: T } | { error: unknown };

/** One line of what came out, for a reader who wants to know which documents were met in which state. */
export function sayOutcome<T>(what: string, outcome: Outcome<T>): string {
  if ('error' in outcome) return `error ${String(outcome.error)}`;
  return outcome.value === undefined && !what.startsWith('read') ? 'done' : say(outcome.value);
}

const mostCharacters = 160;

function say(value: unknown): string {
  const said = Array.isArray(value) || value instanceof Map ? sayList([...value.values()]) : sayOne(value);
  return said.length > mostCharacters ? `${said.slice(0, mostCharacters - 3)}...` : said;
}

const sayList = (values: unknown[]): string => (values.length === 0 ? 'nothing' : values.map(say).join('; '));

type Facts = Record<string, unknown>;

const text = (value: unknown) => String(value);
const id = ({ _id, orderId, productId }: Facts) => text(_id ?? orderId ?? productId);

/** The first that a value has tells how it is said. */
const sayers: Record<string, (facts: Facts) => string> = {
  available: (facts) =>
    `${id(facts)} ${text(facts['available'])} free ${text(facts['held'])} held ${text(facts['committed'])} committed`,
  void: (facts) => `${id(facts)} void (epoch ${text(facts['epoch'])})`,
  status: (facts) => `${id(facts)} ${text(facts['status'])}`,
  epoch: (facts) => `${id(facts)} ${text(facts['state'])} (epoch ${text(facts['epoch'])})`,
  ageMs: (facts) => `${id(facts)} since ${text(facts['ageMs'])} ms`,
  order: ({ order }) => say(order),
  reservations: ({ reservations }) => say(reservations),
  Messages: ({ Messages }) => (Messages as Message[]).map(sayMessage).join('; '),
};

function sayOne(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const name = Object.keys(sayers).find((one) => one in value);
  return name === undefined ? JSON.stringify(value) : sayers[name]!(value as Facts);
}

interface Message {
  MessageId?: string;
  Body?: string;
}

const sayMessage = ({ MessageId = '', Body = '' }: Message): string =>
  `${MessageId} of ${/"orderId":"([^"]*)"/.exec(Body)?.[1] ?? Body}`;
