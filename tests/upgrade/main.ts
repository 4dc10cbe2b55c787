// make upgrade-test: the services of the version before and of this one side by side, in every mix, under load.
import { setTimeout as wait } from 'node:timers/promises';
import { restLimits } from '@orders/processor/audit/audit-facts';
import { startBuyers } from '../chaos/buyers';
import { impactOn } from '../chaos/rates';
import { keepTokens, sendShoppers } from '../chaos/shoppers';
import { judge, unfinished } from '../chaos/verdict';
import { audit } from '../support/audit';
import { eventually } from '../support/eventually';
import { root, serviceNames } from '../support/service-process';
import { readStored } from '../support/stored';
import { alarmsIn } from './alarms';
import { nameOf, planSteps } from './mixes';
import { startRollingSystem, type RollingSystem } from './rolling-system';
import { createTrials } from './trials';

const print = (text: string) => void process.stdout.write(`${text}\n`);
const buyerCount = 6;
const pauseMs = 300;
const restsWithinMs = 120_000;
// Twice the time within which each request is answered.
const longestOutageMs = 10_000;
// What a request may fail with; a cancel may also come too late.
const allowedCodes = new Set(['UNAVAILABLE', 'OUTCOME_UNKNOWN', 'NOT_CANCELLABLE', undefined]);

/** Returns the findings. */
async function upgrade(oldCheckout: string): Promise<string[]> {
  const system = await startRollingSystem({ old: oldCheckout, new: root });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void system.stop().then(() => end(130)));
  try {
    const load = await startLoad(system);
    const findings = await visit(system, load, Date.now());
    const ofOldAlone = new Set(alarmsIn(system.layout));
    // The migrations run before the services, and the old ones go on.
    for (const service of serviceNames) await system.migrate(service, 'new');
    for (const step of planSteps()) {
      const from = Date.now();
      findings.push(...(await system.replace(step)), ...(await visit(system, load, from)));
    }
    await load.stop();
    await load.trials.redrive().catch((error: unknown) => findings.push(String(error)));
    findings.push(...(await judgeRest(system, load)));
    findings.push(...alarmsIn(system.layout).filter((alarm) => !ofOldAlone.has(alarm)));
    if (findings.length === 0) system.forgetLogs();
    else print(`The logs are in ${system.layout.folder}.`);
    return findings;
  } finally {
    await system.stop();
  }
}

async function startLoad(system: RollingSystem) {
  const { shop } = system;
  const shoppers = await sendShoppers(shop, {});
  const users = await Promise.all(Array.from({ length: buyerCount }, () => shop.aUser()));
  const trials = await createTrials(system);
  const buyers = startBuyers({ shop, users, productIds: [trials.productId] });
  buyers.setPause(pauseMs);
  const renewal = keepTokens(shop, users);
  return {
    shoppers,
    buyers,
    trials,
    /** Waits until every request that may be repeated has its answer. */
    stop: async (): Promise<void> => {
      await Promise.all([buyers.stop(), shoppers.stop()]);
      clearInterval(renewal);
      shoppers.addTo(buyers.observed);
      for (const { key, orderId } of trials.placed) buyers.observed.orderIds.set(key, new Set([orderId]));
    },
  };
}

type Load = Awaited<ReturnType<typeof startLoad>>;

/** Tries one mix, and reports what buyers noticed since the step that led to it. */
async function visit({ mix }: RollingSystem, { buyers, trials }: Load, from: number): Promise<string[]> {
  const problems = await trials.run().catch((error: unknown) => [String(error)]);
  const impact = impactOn(buyers.observed.attempts, from, Date.now());
  const { acknowledged, unavailable, unanswered, outageMs, slowestMs } = impact;
  const outage = outageMs > longestOutageMs ? [`no order was acknowledged for ${seconds(outageMs)} s`] : [];
  print(
    `${nameOf(mix).padEnd(48)} ${String(acknowledged).padStart(4)} x 201, ${String(unavailable)} x 503, ${String(unanswered)} unanswered, ` +
      `${seconds(outageMs)} s without an order, slowest answer ${seconds(slowestMs)} s`,
  );
  return [...problems, ...outage].map((problem) => `${nameOf(mix)}: ${problem}`);
}

async function judgeRest({ layout }: RollingSystem, { buyers, shoppers }: Load): Promise<string[]> {
  // Trials look for deliveries themselves, and delete their webhooks before they are all sent.
  const read = async () => ({ ...(await readStored(layout.prefix)), deliveries: [] });
  let stored = await read();
  const isAtRest = async () => {
    await wait(1_000);
    stored = await read();
    if (unfinished(stored).length > 0) throw new Error('not yet');
  };
  await eventually(isAtRest, restsWithinMs).catch(() => undefined);
  print(`\nAt rest with ${String(stored.orders.length)} orders and ${String(shoppers.calls.length)} recorded calls.`);
  const { findings } = await audit(layout, restLimits);
  const audited = findings.map(
    ({ rule, orderId, productId, what }) => `audit, ${rule}: ${orderId ?? productId ?? ''} ${what}`,
  );
  const refused = shoppers.calls
    .filter(({ code }) => !allowedCodes.has(code))
    .map(({ kind, code }) => `a ${kind} was refused with ${String(code)}`);
  return [...judge(stored, buyers.observed), ...audited, ...refused, ...(await shoppers.judge())];
}

const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1);

// Ends what is left of the load where it failed, too.
const end = (exitCode: number) => process.exit(exitCode);

upgrade(process.argv[2]!).then(
  (findings) => {
    for (const finding of findings) print(`FOUND: ${finding}`);
    print(findings.length === 0 ? 'Both versions work side by side.' : `${String(findings.length)} findings.`);
    end(findings.length === 0 ? 0 : 1);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    end(2);
  },
);
