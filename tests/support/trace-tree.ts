import type { ReceivedSpan } from './otlp-receiver';

/** The spans of one trace as lines, each below its parent; what the database did is left out. */
export function treeOf(spans: ReceivedSpan[], traceId: string): string[] {
  const own = spans.filter((span) => span.traceId === traceId && !isOfDatabase(span));
  const byStart = own.toSorted((left, right) => left.startMs - right.startMs);
  const ids = new Set(own.map(({ spanId }) => spanId));
  const below = (parent: string, depth: number): string[] =>
    byStart
      .filter(({ parentSpanId }) => parentSpanId === parent)
      .flatMap((span) => [`${'  '.repeat(depth)}${span.service}: ${span.name}`, ...below(span.spanId, depth + 1)]);
  const roots = byStart.filter(({ parentSpanId }) => !ids.has(parentSpanId));
  return roots.flatMap((root) => [`${root.service}: ${root.name}`, ...below(root.spanId, 1)]);
}

export const isOfDatabase = ({ attributes }: ReceivedSpan) =>
  'db.system' in attributes || 'db.system.name' in attributes;
