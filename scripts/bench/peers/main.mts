// Compares this system with Vendure and Medusa: the same buyers go each one's shortest way from an empty cart to an order.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Failure, defineCommand } from '../../local/system/command.mts';
import { say, step } from '../../local/system/terminal.mts';
import { keepResults } from '../results.mts';
import { describeRun, withBacking } from '../run.mts';
import { openMedusa } from './medusa.mts';
import { openOurs } from './ours.mts';
import { startPostgres } from './postgres.mts';
import { Disturbed, refuseUnlessQuiet } from './quiet.mts';
import { printComparison, type Compared } from './report.mts';
import type { Shop } from './shop.mts';
import { sellLastPieces, takeTurn } from './turn.mts';
import { openVendure } from './vendure.mts';

const commandLine = {
  about: `Compares this system with Vendure and Medusa, which it installs from npm into .run/peers, beside a PostgreSQL of its own.
It refuses to measure while something else uses the processors.`,
  usage: ['make bench-peers [ARGS="--rounds <number> --seconds <at most, of each turn>"]    about ten minutes'],
  options: { rounds: { type: 'string', default: '2' }, seconds: { type: 'string', default: '60' } },
} as const;

const attempts = 8;

defineCommand(commandLine, async ({ values, refuse }) => {
  const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
  if (!(rounds >= 1 && seconds >= 1)) refuse('--rounds and --seconds take whole numbers from 1');
  await refuseUnlessQuiet();
  await withBacking(async (folder, backing, stopped) => {
    const logs = path.join(folder.dir, 'peers');
    mkdirSync(logs, { recursive: true });
    const postgres = await startPostgres(logs);
    const closing = [postgres.stop];
    try {
      const vendure = await step('peers', 'Vendure: tables and products', () => openVendure(postgres, logs));
      const medusa = await step('peers', 'Medusa: tables and products', () => openMedusa(postgres, logs));
      const ours = await openOurs(folder, backing);
      closing.push(ours.close);
      const compared = [ours, vendure, medusa].map((shop): Compared => ({ shop, turns: [], sold: NaN }));
      for (let round = 1; round <= rounds; round += 1)
        for (const one of round % 2 === 1 ? compared : compared.toReversed()) {
          if (stopped.aborted) throw new Failure('stopped');
          await measure(one, { seconds, isLast: round === rounds });
        }
      printComparison(compared, postgres.version);
      keepResults({ ...describeRun(), postgres: postgres.version, compared }, 'peers');
    } finally {
      for (const close of closing.reverse()) await close();
    }
  });
});

interface How {
  seconds: number;
  isLast: boolean;
}

async function measure(one: Compared, { seconds, isLast }: How): Promise<void> {
  const { shop, turns } = one;
  const turn = await untilUndisturbed(shop, async () => {
    const taken = await takeTurn(shop, Math.min(shop.seconds, seconds));
    // What is refused may leave a cart behind, so it comes last.
    if (isLast) one.sold = await sellLastPieces(shop);
    return taken;
  });
  turns.push(turn);
  const refused = Object.entries(turn.refused).map(([reason, count]) => `, ${count} times "${reason}"`);
  say(shop.name, `${turn.perSecond.toFixed(1)} orders/s, p50 ${turn.orderMs.p50.toFixed(0)} ms${refused.join('')}`);
}

/** A turn that something else disturbed does not count, and is taken again. */
async function untilUndisturbed<T>(shop: Shop, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await alone(shop, work);
    } catch (error) {
      if (!(error instanceof Disturbed) || attempt === attempts) throw error;
      say(shop.name, error.message);
    }
}

/** Runs it only while it is measured, for each uses the processors even when nobody asks. */
async function alone<T>(shop: Shop, work: () => Promise<T>): Promise<T> {
  await step('peers', `${shop.name} starts`, shop.start);
  return work().finally(shop.stop);
}
