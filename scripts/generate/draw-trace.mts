// A trace as a picture: a bar for each span, below its parent, in the colour of its service.

export interface DrawnSpan {
  service: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  startMs: number;
  endMs: number;
  attributes: Record<string, unknown>;
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
const head = 56;

export function drawTrace(spans: DrawnSpan[]): string {
  const rows = inOrder(spans);
  const start = Math.min(...spans.map(({ startMs }) => startMs));
  const whole = Math.max(...spans.map(({ endMs }) => endMs)) - start;
  const scale = (width - labels - 70) / whole;
  const height = head + rows.length * row + 10;
  const moments = momentsIn(rows).map((moment, index) =>
    drawMoment({ ...moment, index, left: labels + (moment.atMs - start) * scale, height }),
  );
  const lines = rows.map(({ span, depth }, index) => drawRow({ span, depth, index, start, scale }));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-sans-serif, system-ui, sans-serif" font-size="12">`,
    `<title>The trace of one order</title><rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="12" y="21" font-weight="600" fill="#111">One order from the request to the mail</text>`,
    ...lines,
    ...moments,
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

interface Moment {
  text: string;
  atMs: number;
}

/** What a buyer notices: the answer, the status, the mail. */
function momentsIn(rows: Row[]): Moment[] {
  const start = Math.min(...rows.map(({ span }) => span.startMs));
  const endOf = (text: string, found: Row | undefined): Moment[] =>
    found ? [{ text: `${text} after ${(found.span.endMs - start).toFixed(0)} ms`, atMs: found.span.endMs }] : [];
  const settled = rows.findLast(({ span }) => span.service === 'order' && span.name.endsWith('/SettleOrders'));
  return [
    ...endOf('answered', rows[0]),
    ...endOf('Processed', settled),
    ...endOf(
      'mailed',
      rows.findLast(({ span }) => span.name === 'send mail'),
    ),
  ];
}

// One below the other, for an answer and a status may be close together.
function drawMoment({ text, left, height, index }: Moment & { left: number; height: number; index: number }): string {
  const top = 16 + index * 14;
  const isAtTheEnd = left > width - 150;
  return [
    `<path d="M${left.toFixed(1)} ${top - 9}V${height - 10}" stroke="#111" stroke-dasharray="3 3" opacity="0.55"/>`,
    `<text x="${(left + (isAtTheEnd ? -5 : 5)).toFixed(1)}" y="${top}" text-anchor="${isAtTheEnd ? 'end' : 'start'}" font-weight="600" font-size="11" fill="#111">${escape(text)}</text>`,
  ].join('');
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
    `<text x="${12 + depth * 11}" y="${top + 14}" fill="#111"><tspan fill="${colour}" font-weight="600">${span.service}</tspan>${storeOf(span)} ${escape(shortName(span.name))}</text>`,
    `<rect x="${left.toFixed(1)}" y="${top + 4}" width="${length.toFixed(1)}" height="${row - 8}" rx="2" fill="${colour}"${storeOf(span) && ' opacity="0.55"'}/>`,
    `<text x="${(left + length + 5).toFixed(1)}" y="${top + 14}" fill="#64748b" font-size="10">${duration}</text>`,
  ].join('');
}

const stores: Record<string, string> = { mongodb: 'MongoDB', redis: 'Redis' };

/** The database that a span asked. */
function storeOf({ attributes }: DrawnSpan): string {
  const system = attributes['db.system.name'] ?? attributes['db.system'];
  return typeof system === 'string' ? `<tspan fill="#64748b"> › ${stores[system] ?? system}</tspan>` : '';
}

const shortName = (name: string) => name.replace(/^orderplacing\.\w+\.v1\./, '');
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
