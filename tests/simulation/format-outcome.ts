/** What an effect returned, or what it threw. */
export type Outcome<T> = { value: T } | { error: unknown };

/** The outcome in one line: which documents, in which state. */
export function formatOutcome<T>(what: string, outcome: Outcome<T>): string {
  if ('error' in outcome) return `error ${String(outcome.error)}`;
  return outcome.value === undefined && !what.startsWith('read') ? 'done' : format(outcome.value);
}

const maxCharacters = 160;

function format(value: unknown): string {
  const text = Array.isArray(value) || value instanceof Map ? formatList([...value.values()]) : formatOne(value);
  return text.length > maxCharacters ? `${text.slice(0, maxCharacters - 3)}...` : text;
}

const formatList = (values: unknown[]): string => (values.length === 0 ? 'nothing' : values.map(format).join('; '));

type Facts = Record<string, unknown>;

const asText = (value: unknown) => String(value);
const id = ({ _id, orderId, productId }: Facts) => asText(_id ?? orderId ?? productId);

/** The first key that a value has decides its format. */
const formatters: Record<string, (facts: Facts) => string> = {
  available: (facts) =>
    `${id(facts)} ${asText(facts['available'])} free ${asText(facts['held'])} held ${asText(facts['committed'])} committed`,
  void: (facts) => `${id(facts)} void (epoch ${asText(facts['epoch'])})`,
  status: (facts) => `${id(facts)} ${asText(facts['status'])}`,
  epoch: (facts) => `${id(facts)} ${asText(facts['state'])} (epoch ${asText(facts['epoch'])})`,
  ageMs: (facts) => `${id(facts)} since ${asText(facts['ageMs'])} ms`,
  mail: ({ mail }) => format(mail),
  order: ({ order }) => format(order),
  reservations: ({ reservations }) => format(reservations),
  Messages: ({ Messages }) => (Messages as Message[]).map(formatMessage).join('; '),
};

function formatOne(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const name = Object.keys(formatters).find((one) => one in value);
  return name === undefined ? JSON.stringify(value) : formatters[name]!(value as Facts);
}

interface Message {
  MessageId?: string;
  Body?: string;
}

const formatMessage = ({ MessageId = '', Body = '' }: Message): string =>
  `${MessageId} of ${/"orderId":"([^"]*)"/.exec(Body)?.[1] ?? Body}`;
