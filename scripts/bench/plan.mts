// What a run measures, how long and how often.
import type { readCommandLine } from '../../services/shared/src/command-line.ts';
import { caseNames, type CaseName } from './cases.mts';

/** Cases that are compared: they take turns, in the other order each round. */
export interface Comparison {
  connections: number;
  cases: CaseName[];
}

export interface Plan {
  comparisons: Comparison[];
  rounds: number;
  seconds: number;
  warmSeconds: number;
  /** Of each chain, before it is compared for the first time. */
  warmUpSeconds: number;
  /** Also what is no rate: idle and whole costs, lag, the work of the database. */
  isWhole: boolean;
  isQuick: boolean;
  /** Only what the goals of half the processor time need. */
  isHalving: boolean;
  /** What webhooks cost, and nothing else. */
  isWebhooks: boolean;
  /** Orders that are stored for the cases named "filled"; 0 leaves those out. */
  size: number;
  /** Minutes of lasting load, for the growth of memory. */
  soakMinutes: number;
  /** A built checkout to compare with. */
  against?: string | undefined;
  profileFolder?: string | undefined;
  /** Whether the figures go into docs/benchmarks.md. */
  writesPage: boolean;
}

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

export const commandLine = {
  about: `Measures how fast the system is, beside its references; with --against also beside another checkout that is built.
With --only nothing else is measured than the cases with these words in their names. They are:
  ${caseNames.join('\n  ')}`,
  usage: [
    'make bench ARGS="[--against <checkout>] [--only <part of a name>]... [--connections <number>]... [--rounds <number>]',
    '                 [--seconds <number>] [--size <orders>] [--soak <minutes>] [--profile <folder>] [--page]"',
    'make bench ARGS="--halving --against <checkout of 0578da0>"    what the goals of half the processor time need, in eight minutes',
    'make bench ARGS="--webhooks [--against <checkout>]"    what webhooks cost in five minutes, and orders without one beside that checkout in four more',
    'make bench-quick',
  ],
  options: {
    against: text,
    only: { ...texts, default: [] as string[] },
    connections: texts,
    rounds: text,
    seconds: { ...text, default: '2' },
    size: text,
    soak: { ...text, default: '0' },
    profile: text,
    quick: { type: 'boolean', default: false },
    halving: { type: 'boolean', default: false },
    webhooks: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
  },
} as const;

const places = ['place, settlement paused', 'place, one product', 'place, 5 items', 'place, with keys'] as const;
const whole: Comparison[] = [
  {
    connections: 1,
    cases: ['place, settlement paused', 'ceiling: place', 'place, everything running', 'read, cached'],
  },
  {
    connections: 32,
    cases: [...places, 'one transaction an order', 'one transaction an order, one product', 'ceiling: place'],
  },
  { connections: 32, cases: ['place, one product', 'place, two inventories, one product'] },
  { connections: 32, cases: ['place, settlement paused', 'place, beside readers'] },
  { connections: 32, cases: ['place, settlement paused', 'place, traced', 'place, one in ten traced'] },
  { connections: 32, cases: ['place, settlement paused', 'place, filled', 'read, not cached', 'read, filled'] },
  { connections: 32, cases: ['history page', 'history page, filled'] },
  { connections: 32, cases: ['read, cached', 'read, original shape', 'sign in'] },
  { connections: 32, cases: ['place, everything running'] },
  { connections: 128, cases: [...places, 'ceiling: place', 'read, cached'] },
  { connections: 128, cases: ['place, everything running'] },
  { connections: 512, cases: ['place, settlement paused', 'place, everything running'] },
];
const quick = whole.filter(({ connections }) => connections === 32 || connections === 128).slice(0, 1);

// Cases without a twin of the other checkout stand beside those that they are compared with.
const halving: Comparison[] = [
  { connections: 1, cases: ['place, settlement paused'] },
  { connections: 32, cases: ['place, everything running'] },
  { connections: 128, cases: ['place, everything running'] },
  {
    connections: 32,
    cases: [
      'place, settlement paused',
      'place, one product',
      'place, two inventories, one product',
      'one transaction an order, one product',
    ],
  },
  { connections: 128, cases: ['place, settlement paused'] },
  { connections: 32, cases: ['read, cached', 'read, original shape'] },
];

const twinOf = (name: CaseName) => caseNames.filter((each) => each === `before: ${name}`);

/** Each case with the same of the other checkout beside it: only what is compared with each other takes turns. */
const withTwins = (comparisons: Comparison[]): Comparison[] =>
  comparisons.map(({ connections, cases }) => ({
    connections,
    cases: cases.flatMap((name) => [name, ...twinOf(name)]),
  }));

const besideBefore = withTwins([
  ...[32, 128].map((connections) => ({ connections, cases: ['place, everything running'] as CaseName[] })),
  ...[1, 32, 128].map((connections) => ({ connections, cases: ['place, settlement paused'] as CaseName[] })),
  { connections: 32, cases: ['place, one product'] },
  { connections: 32, cases: ['read, cached'] },
]);

export function readPlan({ values, refuse }: Asked): Plan {
  const count = (name: string, value: string): number =>
    /^\d+$/.test(value) ? Number(value) : refuse(`--${name} takes a whole number, not "${value}"`);
  const defaults = defaultsOf(values);
  const isWhole = values.only.length === 0;
  const size = count('size', values.size ?? (isWhole ? defaults.size : '0'));
  const comparisons = comparisonsOf(values, size);
  if (comparisons.length === 0) refuse(`there is no case with "${values.only.join('" or "')}" in its name`);
  return {
    comparisons,
    rounds: count('rounds', values.rounds ?? defaults.rounds),
    seconds: count('seconds', values.seconds),
    warmSeconds: 1,
    warmUpSeconds: defaults.warmUpSeconds,
    isWhole,
    isQuick: values.quick,
    isHalving: values.halving,
    isWebhooks: values.webhooks,
    size,
    soakMinutes: count('soak', values.soak),
    against: values.against,
    profileFolder: values.profile,
    writesPage: values.page,
  };
}

function defaultsOf({ quick: isQuick, halving: isHalving }: Values) {
  if (isQuick) return { rounds: '2', warmUpSeconds: 2, size: '0' };
  if (isHalving) return { rounds: '4', warmUpSeconds: 4, size: '0' };
  return { rounds: '6', warmUpSeconds: 6, size: '1000000' };
}

type Asked = ReturnType<typeof readCommandLine<(typeof commandLine)['options']>>;
type Values = Asked['values'];

function comparisonsOf(values: Values, size: number): Comparison[] {
  const { only, connections: asked } = values;
  const all = allComparisons(values);
  const isMeasured = (name: string) =>
    (size > 0 || !name.includes('filled')) && (only.length === 0 || only.some((part) => name.includes(part)));
  const comparisons = all
    .filter(({ connections }) => asked === undefined || asked.includes(String(connections)))
    .map((each) => ({ ...each, cases: each.cases.filter(isMeasured) }))
    .filter(({ cases }) => cases.length > 0);
  return comparisons;
}

function allComparisons({ against, only, quick: isQuick, halving: isHalving }: Values): Comparison[] {
  if (isHalving) return against === undefined ? halving : withTwins(halving);
  const beside = against === undefined ? [] : besideBefore;
  return beside.length > 0 && only.length > 0 ? beside : [...beside, ...(isQuick ? quick : whole)];
}
