// Measures how fast the system is: beside its references, and beside another checkout.
import { Failure, defineCommand } from '../local/system/command.mts';
import { step } from '../local/system/terminal.mts';
import { besideBefore } from './beside-goals.mts';
import type { Chain } from './chains.mts';
import type { ChainName } from './designs.mts';
import { goals } from './goals.mts';
import { halvingGoals } from './halving-goals.mts';
import { judge } from './judge.mts';
import { measureRates } from './measure.mts';
import { writePage } from './page.mts';
import { commandLine, readPlan, type Plan } from './plan.mts';
import { describeRun, withBacking } from './run.mts';
import { keepResults, printResults, type Results } from './results.mts';
import { measureLag, measureMemory, measureOrderCosts } from './whole-costs.mts';
import { measureWebhookCosts } from './webhook-costs.mts';
import { createWorld, type World } from './world.mts';

defineCommand(commandLine, async (asked) => {
  const plan = readPlan(asked);
  await withBacking(async (folder, backing, stopped) => {
    const world = await createWorld(folder, backing, plan);
    const results = await measureAll(world, plan, stopped).finally(world.stop);
    const judged = judge(goalsOf(plan), results);
    printResults(results, judged);
    keepResults(results, nameOf(plan));
    if (plan.writesPage) await writePage(results, judged);
    const missed = judged.filter(({ holds }) => !holds).map(({ goal }) => goal);
    if (missed.length > 0) throw new Failure(`MISSED: ${missed.join('; ')}`);
  });
});

function goalsOf({ isHalving, isWhole, against }: Plan) {
  if (isHalving) return halvingGoals;
  // A short comparison with another checkout is about nothing else.
  return against === undefined || isWhole ? goals : besideBefore;
}

function nameOf({ isQuick, isHalving, isWebhooks, isWhole }: Plan): string {
  if (isWebhooks) return 'webhooks';
  if (isQuick) return 'quick';
  if (isHalving) return 'halving';
  return isWhole ? 'bench' : 'part';
}

async function measureAll(world: World, plan: Plan, stopped: AbortSignal): Promise<Results> {
  const results: Results = { ...describeRun(plan.against), rates: [] };
  if (plan.isWebhooks) {
    if (plan.against !== undefined) await measureOrders(world, plan, results);
    const system = await world.open('system');
    results.webhooks = await step('bench', 'webhooks', () => measureWebhookCosts(world, system));
    return results;
  }
  if (plan.isWhole) await measureWhole(world, plan, results);
  results.rates = await measureRates(world, plan, stopped);
  if (plan.soakMinutes > 0) results.memory = await measureMemory(world, await world.open('system'), plan.soakMinutes);
  return results;
}

async function measureWhole(world: World, plan: Plan, results: Results): Promise<void> {
  // First, while no load has left anything in the caches of the database.
  await measureOrders(world, plan, results);
  const system = await world.open('system');
  results.lag = await step('bench', 'lag at 20 orders/s', () => measureLag(world, system, { perSecond: 20 }));
  results.fullLag = await step('bench', 'lag at full load', () => measureLag(world, system, { connections: 32 }));
  if (!plan.isQuick && !plan.isHalving)
    results.webhooks = await step('bench', 'webhooks', () => measureWebhookCosts(world, system));
}

async function measureOrders(world: World, { against }: Plan, results: Results): Promise<void> {
  const names: ChainName[] = against === undefined ? ['system'] : ['system', 'before'];
  const chains: Chain[] = [];
  for (const name of names) chains.push(await world.open(name));
  [results.orders, results.ordersBefore] = await step('bench', 'all in, and the work of the database', () =>
    measureOrderCosts(world, chains),
  );
}
