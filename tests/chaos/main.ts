// make chaos: breaks every part of a system under load, in turn, and prints what buyers noticed and what was lost.
import type { Fault } from './faults';
import { allFaults, runRound } from './round';
import { buildWorld } from './world';

const print = (text: string) => void process.stdout.write(`${text}\n`);

/** Returns the findings. */
async function chaos(faults: Fault[], stopped: AbortSignal): Promise<string[]> {
  print('Two replicas of every service, the second ones a minute ahead; three mongods, Redis, LocalStack.');
  const world = await buildWorld({ hasSmallDisk: true });
  try {
    print(
      world.disk ? 'The first mongod is on a disk of 700 MB.' : 'No disk can be made here: a failpoint stands for it.',
    );
    const { findings } = await runRound(world, { faults, buyerCount: 24, stopped });
    return stopped.aborted ? [...findings, 'it was stopped'] : findings;
  } finally {
    await world.stop();
  }
}

/** The faults whose names contain one of the words; all without words. */
const chosenBy = (words: string[]) =>
  words.length === 0 ? allFaults : allFaults.filter(({ name }) => words.some((word) => name.includes(word)));

const faults = chosenBy(process.argv.slice(2));
if (faults.length === 0) {
  process.stderr.write(
    'no fault has one of these words in its name\nusage: make chaos [ARGS="<word of a fault>..."]\n',
  );
  process.exit(2);
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

chaos(faults, stopping.signal).then(
  (findings) => {
    for (const finding of findings) print(`FOUND: ${finding}`);
    print(
      findings.length === 0 ? 'Nothing was lost, and nothing was sold twice.' : `${String(findings.length)} findings.`,
    );
    process.exitCode = findings.length === 0 ? 0 : 1;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
