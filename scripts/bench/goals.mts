// What the figures of a run must be.
import { allIn, besideBefore, cached, hot, own, paused, readCost, running, share } from './beside-goals.mts';
import { sumOfWork } from './database-work.mts';
import { each, ratio, type Goal } from './judge.mts';
import { ratiosOf } from './statistics.mts';
import { memoryGrowth, serviceNames, type OrderCosts } from './whole-costs.mts';

const idle = (orders: OrderCosts | undefined) =>
  orders?.rounds.map(({ idleMsPerSecond: by }) => serviceNames.reduce((sum, name) => sum + (by[name] ?? 0), 0));

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
  { goal: 'all in, from request to mail: an order', unit: 'ms', figures: ({ orders }) => allIn(orders) },
  { goal: 'read, cached: gateway and order', unit: 'ms', figures: each(cached, 32, readCost) },
  { goal: 'idle: the five services', unit: 'ms/s', atMost: 15, figures: ({ orders }) => idle(orders) },
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
    figures: ({ orders }) => orders && [sumOfWork(orders.work.commands)],
  },
  {
    goal: 'index writes in the life of an order',
    unit: '',
    figures: ({ orders }) => orders && [sumOfWork(orders.work.indexWrites)],
  },
];

export const goals = [...besideBefore, ...system];
