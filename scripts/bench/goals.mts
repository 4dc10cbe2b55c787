// What the figures of a run must be.
import type { CaseName } from './cases.mts';
import { sumOfWork } from './database-work.mts';
import { each, ratio, type Goal } from './judge.mts';
import type { Measured } from './measure.mts';
import { ratiosOf } from './statistics.mts';
import { memoryGrowth, ownCosts, serviceNames, type WholeCosts } from './whole-costs.mts';

const p50 = (measured: Measured) => measured.p50;
const own = ({ cpuMs }: Measured) => ownCosts(cpuMs);
const readCost = ({ cpuMs }: Measured) => (cpuMs['gateway'] ?? 0) + (cpuMs['order'] ?? 0);
export const [running, paused, hot, cached] = [
  'place, everything running',
  'place, settlement paused',
  'place, one product',
  'read, cached',
] as const;
export const before = (name: typeof running | typeof paused | typeof hot | typeof cached): [CaseName, CaseName] => [
  name,
  `before: ${name}`,
];
export const share = (names: [CaseName, CaseName], connections = 32) => ratio(names, { connections, times: 100 });
const sumOf = (costs: WholeCosts | undefined, names: string[]) =>
  costs && names.reduce((sum, name) => sum + (costs.idleMsPerSecond[name] ?? 0), 0);
const allIn = (costs: WholeCosts | undefined) => costs && ownCosts(costs.allInMs);

/** What one order costs, in percent of the checkout of `--against`. */
export const eachOfBefore = (atMost: number): Goal[] => [
  {
    goal: 'one connection, p50: of before',
    unit: '%',
    atMost,
    figures: ratio(before(paused), { connections: 1, figure: p50, times: 100 }),
  },
  {
    goal: 'read, cached: gateway and order, of before',
    unit: '%',
    atMost,
    figures: ratio(before(cached), { figure: readCost, times: 100 }),
  },
  {
    goal: 'all in, from request to mail: of before',
    unit: '%',
    atMost,
    figures: ({ whole, wholeBefore }) => wholeBefore && [(100 * (allIn(whole) ?? NaN)) / (allIn(wholeBefore) ?? NaN)],
  },
];

/** Beside the checkout of `--against`. A change that is about speed names its own bounds; any other keeps the rate. */
export const besideBefore: Goal[] = [
  ...([running, paused, hot] as const).flatMap((name) =>
    [1, 32, 128].map((connections): Goal => ({
      goal: `${name}, ${connections} connections: rate of before`,
      unit: '%',
      atLeast: 97,
      figures: share(before(name), connections),
    })),
  ),
  ...([running, paused, hot] as const).flatMap((name) =>
    [1, 32, 128].map((connections): Goal => ({
      goal: `${name}, ${connections} connections: processor time of before`,
      unit: '%',
      atMost: 103,
      figures: ratio(before(name), { connections, figure: own, times: 100 }),
    })),
  ),
  ...eachOfBefore(103),
];

export const system: Goal[] = [
  { goal: 'everything running, 32 connections: an order', unit: 'ms', atMost: 2, figures: each(running, 32, own) },
  { goal: 'everything running, 128 connections: an order', unit: 'ms', atMost: 1.3, figures: each(running, 128, own) },
  { goal: 'settlement paused, 32 connections: an order', unit: 'ms', atMost: 1.2, figures: each(paused, 32, own) },
  { goal: 'settlement paused, 128 connections: an order', unit: 'ms', atMost: 0.85, figures: each(paused, 128, own) },
  {
    goal: 'LocalStack, 32 connections: an order',
    unit: 'ms',
    atMost: 0.6,
    figures: each(running, 32, ({ cpuMs }) => cpuMs['localstack'] ?? NaN),
  },
  { goal: 'all in, from request to mail: an order', unit: 'ms', figures: ({ whole }) => [allIn(whole)] },
  { goal: 'read, cached: gateway and order', unit: 'ms', figures: each(cached, 32, readCost) },
  { goal: 'idle: the five services', unit: 'ms/s', atMost: 15, figures: ({ whole }) => [sumOf(whole, serviceNames)] },
  { goal: 'one product of spread', unit: '%', atLeast: 95, figures: share([hot, paused]) },
  {
    goal: 'beside 200 readers a second, of alone',
    unit: '%',
    atLeast: 90,
    figures: share(['place, beside readers', paused]),
  },
  { goal: '5 items of one', unit: '%', atLeast: 70, figures: share(['place, 5 items', paused]) },
  {
    goal: 'one product: two replicas of inventory, of one',
    unit: '%',
    atLeast: 95,
    figures: share(['place, two inventories, one product', hot]),
  },
  {
    goal: 'one product: of one transaction an order',
    unit: 'x',
    atLeast: 10,
    figures: ratio([hot, 'one transaction an order, one product']),
  },
  {
    goal: 'spread: of one transaction an order',
    unit: 'x',
    figures: ratio([paused, 'one transaction an order']),
  },
  { goal: 'spread: of the ceiling, 32 connections', unit: '%', figures: share([paused, 'ceiling: place']) },
  { goal: 'spread: of the ceiling, 128 connections', unit: '%', figures: share([paused, 'ceiling: place'], 128) },
  {
    goal: 'read, cached: of one Express process with Redis',
    unit: 'x',
    atLeast: 1.2,
    figures: ratio([cached, 'read, original shape']),
  },
  { goal: '201 to Processed, p50 at 20 orders/s', unit: 'ms', atMost: 25, figures: ({ lag }) => [lag?.p50] },
  { goal: '201 to Processed, p50 at full load', unit: 'ms', atMost: 200, figures: ({ fullLag }) => [fullLag?.p50] },
  {
    goal: 'p99 of p50, 32 connections',
    unit: 'x',
    atMost: 3,
    figures: each(paused, 32, ({ p99, p50: half }) => p99 / half),
  },
  {
    goal: '1,000,000 orders stored: cost of placing',
    unit: 'x',
    atMost: 1.15,
    figures: ratio([paused, 'place, filled']),
  },
  {
    goal: '1,000,000 orders stored: cost of a read',
    unit: 'x',
    atMost: 1.15,
    figures: ratio(['read, not cached', 'read, filled']),
  },
  {
    goal: '1,000,000 orders stored: cost of a history page',
    unit: 'x',
    atMost: 1.15,
    figures: ratio(['history page', 'history page, filled']),
  },
  { goal: 'all traced, of untraced', unit: '%', figures: share(['place, traced', paused]) },
  { goal: 'one in ten traced, of untraced', unit: '%', figures: share(['place, one in ten traced', paused]) },
  {
    goal: 'memory of the largest service',
    unit: 'MiB',
    atMost: 256,
    figures: each(running, 128, ({ memoryMiB }) => Math.max(...serviceNames.map((name) => memoryMiB[name] ?? 0))),
  },
  { goal: 'a mail: an order', unit: 'ms', figures: ({ webhooks }) => webhooks?.mailMs },
  { goal: 'a delivery of a webhook: an order', unit: 'ms', figures: ({ webhooks }) => webhooks?.deliveryMs },
  {
    goal: 'a delivery of a webhook: of a mail',
    unit: 'x',
    atMost: 1,
    figures: ({ webhooks }) => webhooks && ratiosOf(webhooks.deliveryMs, webhooks.mailMs),
  },
  {
    goal: 'deliveries that a dead receiver keeps waiting',
    unit: '',
    atLeast: 1_000,
    figures: ({ webhooks }) => webhooks && [webhooks.pending],
  },
  {
    goal: '201 to Processed, p50 beside a dead receiver: of alone',
    unit: 'x',
    atMost: 1.3,
    figures: ({ webhooks }) => webhooks && [webhooks.lagBesideDead / webhooks.lagAlone],
  },
  {
    goal: 'growth of memory under lasting load',
    unit: '%',
    atMost: 5,
    figures: ({ memory }) => memory && [memoryGrowth(memory)],
  },
  {
    goal: 'database commands in the life of an order',
    unit: '',
    figures: ({ work }) => work && [sumOfWork(work.commands)],
  },
  {
    goal: 'index writes in the life of an order',
    unit: '',
    figures: ({ work }) => work && [sumOfWork(work.indexWrites)],
  },
];

export const goals = [...besideBefore, ...system];
