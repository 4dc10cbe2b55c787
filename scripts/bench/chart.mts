// Draws the rates of a run as an SVG: accepted answers a second over the number of connections.
import type { CaseName } from './cases.mts';
import type { Results } from './results.mts';
import { spreadOf, type Spread } from './statistics.mts';

const drawn: { name: CaseName; color: string }[] = [
  { name: 'ceiling: place', color: '#8a8f98' },
  { name: 'place, spread', color: '#1f6feb' },
  { name: 'place, one product', color: '#d9730d' },
  { name: 'place, 5 lines', color: '#2da44e' },
  { name: 'place, spread, everything running', color: '#8250df' },
  { name: 'one transaction an order, spread', color: '#cf222e' },
  { name: 'one transaction an order, one product', color: '#7d0a14' },
];

const width = 860;
const height = 430;
const plot = { left: 64, right: 560, top: 40, bottom: 380 };

/** Lines through the medians, with a bar from the least to the greatest round. */
export function drawRates({ rates, machine, at, commit }: Results): string {
  const connections = [...new Set(rates.map((rate) => rate.connections))].sort((one, other) => one - other);
  const series = drawn.flatMap(({ name, color }) => {
    const points = rates
      .filter((rate) => rate.name === name)
      .map((rate) => ({
        connections: rate.connections,
        rate: spreadOf(rate.rounds.map(({ acceptedPerSecond }) => acceptedPerSecond)),
      }));
    return points.length === 0 ? [] : [{ name, color, points }];
  });
  const most = Math.max(...series.flatMap(({ points }) => points.map(({ rate }) => rate.max)));
  const xOf = (count: number) =>
    plot.left + ((connections.indexOf(count) + 0.5) * (plot.right - plot.left)) / connections.length;
  const yOf = (rate: number) => plot.bottom - (rate / most) * (plot.bottom - plot.top);

  const title = `Orders a second by connections, ${machine.processors} processors, ${at.slice(0, 10)}, ${commit}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${plot.left}" y="22" font-size="15" fill="#1f2328">${title}</text>`,
    ...gridLines(most, yOf),
    ...connections.map((count) => label({ x: xOf(count), y: plot.bottom + 20, text: String(count) })),
    ...series.flatMap((one, place) => [
      ...seriesOf(one, { xOf, yOf }),
      `<rect x="${plot.right + 16}" y="${plot.top + place * 24}" width="12" height="12" fill="${one.color}"/>`,
      `<text x="${plot.right + 34}" y="${plot.top + 11 + place * 24}" fill="#1f2328">${one.name}</text>`,
    ]),
    '</svg>',
    '',
  ].join('\n');
}

interface Series {
  color: string;
  points: { connections: number; rate: Spread }[];
}

interface Scales {
  xOf: (connections: number) => number;
  yOf: (rate: number) => number;
}

function seriesOf({ color, points }: Series, { xOf, yOf }: Scales): string[] {
  const places = points.map(({ connections, rate }) => ({ x: xOf(connections), ...rate }));
  const line = places.map(({ x, median }) => `${x.toFixed(1)},${yOf(median).toFixed(1)}`).join(' ');
  return [
    `<polyline points="${line}" fill="none" stroke="${color}" stroke-width="2"/>`,
    ...places.map(
      ({ x, min, max }) =>
        `<line x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${yOf(min).toFixed(1)}" y2="${yOf(max).toFixed(1)}" stroke="${color}" stroke-width="1" opacity="0.6"/>`,
    ),
    ...places.map(
      ({ x, median }) => `<circle cx="${x.toFixed(1)}" cy="${yOf(median).toFixed(1)}" r="3.5" fill="${color}"/>`,
    ),
  ];
}

function gridLines(most: number, yOf: (rate: number) => number): string[] {
  const step = 10 ** Math.floor(Math.log10(most)) / 2;
  const rates = Array.from({ length: Math.floor(most / step) + 1 }, (_, place) => place * step);
  return rates.flatMap((rate) => [
    `<line x1="${plot.left}" x2="${plot.right}" y1="${yOf(rate).toFixed(1)}" y2="${yOf(rate).toFixed(1)}" stroke="#d0d7de"/>`,
    `<text x="${plot.left - 8}" y="${(yOf(rate) + 4).toFixed(1)}" text-anchor="end" fill="#59636e">${rate}</text>`,
  ]);
}

const label = ({ x, y, text }: { x: number; y: number; text: string }) =>
  `<text x="${x.toFixed(1)}" y="${y}" text-anchor="middle" fill="#59636e">${text}</text>`;
