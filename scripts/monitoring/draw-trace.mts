// A trace as a picture: a bar for each span, below its parent, in the colour of its service.

export interface DrawnSpan {
  service: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  startMs: number;
  endMs: number;
}

const colours: Record<string, string> = {
  gateway: '#0e7490',
  order: '#15803d',
  inventory: '#b45309',
  processor: '#1d4ed8',
  auth: '#7e22ce',
};
const row = 20;
const labels = 430;
const width = 1_100;
const head = 34;

export function drawTrace(spans: DrawnSpan[]): string {
  const rows = inOrder(spans);
  const start = Math.min(...spans.map(({ startMs }) => startMs));
  const whole = Math.max(...spans.map(({ endMs }) => endMs)) - start;
  const scale = (width - labels - 70) / whole;
  const height = head + rows.length * row + 10;
  const lines = rows.map(({ span, depth }, index) => drawRow({ span, depth, index, start, scale }));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-sans-serif, system-ui, sans-serif" font-size="12">`,
    `<title>The trace of one order</title><rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="12" y="21" font-weight="600" fill="#111">One order from the request to the mail, ${whole.toFixed(0)} ms</text>`,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

interface Row {
  span: DrawnSpan;
  depth: number;
}

function inOrder(spans: DrawnSpan[]): Row[] {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const byStart = spans.toSorted((left, right) => left.startMs - right.startMs);
  const below = (parent: DrawnSpan, depth: number): Row[] => [
    { span: parent, depth },
    ...byStart.filter(({ parentSpanId }) => parentSpanId === parent.spanId).flatMap((span) => below(span, depth + 1)),
  ];
  return byStart.filter(({ parentSpanId }) => !ids.has(parentSpanId)).flatMap((root) => below(root, 0));
}

function drawRow(facts: Row & { index: number; start: number; scale: number }): string {
  const { span, depth, index, start, scale } = facts;
  const colour = colours[span.service] ?? '#475569';
  const top = head + index * row;
  const left = labels + (span.startMs - start) * scale;
  const length = Math.max(2, (span.endMs - span.startMs) * scale);
  const duration = `${(span.endMs - span.startMs).toFixed(1)} ms`;
  return [
    index % 2 === 0 ? `<rect x="0" y="${top}" width="${width}" height="${row}" fill="#f8fafc"/>` : '',
    `<text x="${12 + depth * 11}" y="${top + 14}" fill="#111"><tspan fill="${colour}" font-weight="600">${span.service}</tspan> ${escape(shortName(span.name))}</text>`,
    `<rect x="${left.toFixed(1)}" y="${top + 4}" width="${length.toFixed(1)}" height="${row - 8}" rx="2" fill="${colour}"/>`,
    `<text x="${(left + length + 5).toFixed(1)}" y="${top + 14}" fill="#64748b" font-size="10">${duration}</text>`,
  ].join('');
}

const shortName = (name: string) => name.replace(/^orderplacing\.\w+\.v1\./, '');
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
