import type { OrderStatus } from '../orders/order';

/** The status of an order: a word, and a colour for those who see it. */
export const StatusMark = ({ status }: { status: OrderStatus }) => <Mark word={status} tone={toneOf[status]} />;

export type Tone = 'good' | 'wait' | 'bad' | 'off';

const toneOf: Record<OrderStatus, Tone> = { Pending: 'wait', Processed: 'good', Failed: 'bad', Cancelled: 'off' };

export const Mark = ({ word, tone }: { word: string; tone: Tone }) => <span class={`status ${tone}`}>{word}</span>;
