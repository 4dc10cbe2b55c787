// Prints one trace as a tree, for documents.
import { readFileSync } from 'node:fs';
import { defineCommand } from '../local/system/command.mts';

interface Span {
  service: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  startMs: number;
  endMs: number;
}

defineCommand(
  {
    about: 'Prints the spans of one trace as a tree, with when each began and how long it took.',
    usage: ['scripts/with-node scripts/generate/trace.mts <file with an array of spans as JSON>'],
    words: [1, 1],
  },
  ({ words: [file = ''] }) => {
    const spans = JSON.parse(readFileSync(file, 'utf8')) as Span[];
    for (const line of treeOf(spans)) console.log(line);
  },
);

function treeOf(spans: Span[]): string[] {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const start = Math.min(...spans.map(({ startMs }) => startMs));
  const byStart = spans.toSorted((left, right) => left.startMs - right.startMs);
  const lineOf = ({ service, name, startMs, endMs }: Span, depth: number) => {
    const label = `${'  '.repeat(depth)}${service} ${name.replace(/^orderplacing\.\w+\.v1\./, '')}`;
    const [at, took] = [startMs - start, endMs - startMs].map((ms) => ms.toFixed(1).padStart(7));
    return `${label.padEnd(56)} at ${at ?? ''} ms  took ${took ?? ''} ms`;
  };
  const below = (span: Span, depth: number): string[] => [
    lineOf(span, depth),
    ...byStart.filter(({ parentSpanId }) => parentSpanId === span.spanId).flatMap((child) => below(child, depth + 1)),
  ];
  return byStart.filter(({ parentSpanId }) => !ids.has(parentSpanId)).flatMap((span) => below(span, 0));
}
