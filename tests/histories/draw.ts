import type { Call, ChangeProduct, ReadProduct, SeenOrder, Violation } from './call';

const width = 48;

/** A violation as text: who called when, and what was answered. */
export function draw({ rule, subject, what, calls }: Violation): string {
  const shown = calls.toSorted((left, right) => left.start - right.start);
  const first = Math.min(...shown.map(({ start }) => start));
  const last = Math.max(...shown.flatMap(({ start, end }) => [start, ...(Number.isFinite(end) ? [end] : [])]));
  const columnOf = (at: number) => Math.round(((Math.min(at, last) - first) / (last - first || 1)) * (width - 1));
  const names = shown.map(({ client, kind }) => `${client} ${kind}`);
  const longest = Math.max(0, ...names.map(({ length }) => length));
  const lines = shown.map((call, place) => {
    const [from, to] = [columnOf(call.start), columnOf(call.end)];
    const bar = to === from ? '|' : `|${'-'.repeat(to - from - 1)}${Number.isFinite(call.end) ? '|' : '>'}`;
    return `  ${(names[place] ?? '').padEnd(longest)}  ${(' '.repeat(from) + bar).padEnd(width)}  ${answerOf(call)}`;
  });
  const scale = `  ${''.padEnd(longest)}  ${seconds(first).padEnd(width - 8)}${seconds(last).padStart(8)}`;
  return [`${rule}: ${subject}`, `  ${what}`, scale, ...lines].join('\n');
}

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(3)} s`;

function answerOf(call: Call): string {
  if (call.kind === 'stream') return call.events.map(({ order }) => order.status).join(', ') || 'nothing';
  if (call.outcome !== 'done') return `${call.code ?? 'no answer'} (${call.outcome})`;
  if (call.kind === 'list') return `${String(call.orders.length)} orders`;
  return 'productId' in call ? productText(call) : orderText(call.order);
}

const productText = (call: ChangeProduct | ReadProduct) =>
  `${askedOf(call)}${String(call.product?.stock)} units at ${String(call.product?.price)}`;

const askedOf = (call: ChangeProduct | ReadProduct) => (call.kind === 'restock' ? `+${String(call.quantity)}: ` : '');

const orderText = (order: SeenOrder | undefined) =>
  order
    ? `${order.status}: ${order.items.map(({ productId, quantity }) => `${String(quantity)} ${productId}`).join(', ')}`
    : '';
