import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { replayTrace } from './replay-trace';

const specification = join(__dirname, '../specification');
const traceFolder = join(specification, 'traces');

test('the services decide as the recorded traces of the specification do', async () => {
  const traces = await readTraces(traceFolder);

  expect(traces.length).toBeGreaterThan(0);
  for (const trace of traces) expectSameDecisions(trace);
});

// The tool is installed by make model alone.
const describeThorough = process.env['MODEL_BOUNDS'] === 'thorough' ? describe : describe.skip;

describeThorough('the specification, run at random', () => {
  test('keeps its invariant, and the services decide as its traces do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'traces-'));
    await runQuint(['--invariant=safe', '--max-samples=3000', '--n-traces=50', `--out-itf=${folder}/{seq}.itf.json`]);
    const traces = await readTraces(folder);

    expect(traces).toHaveLength(50);
    for (const trace of traces) expectSameDecisions(trace);
  }, 600_000);

  test.each(['neverProcessed', 'neverTombstoned', 'neverReservedAgain', 'neverAtRest'])(
    'reaches what %s denies',
    async (invariant) => {
      await expect(runQuint([`--invariant=${invariant}`, '--max-samples=2000'])).rejects.toThrow('Invariant violated');
    },
    120_000,
  );
});

const readTraces = async (folder: string): Promise<string[]> =>
  Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));

function expectSameDecisions(trace: string): void {
  const comparisons = replayTrace(trace);
  expect(comparisons.map(({ code }) => code)).toEqual(comparisons.map(({ specification }) => specification));
}

const runQuint = (options: string[]) =>
  promisify(execFile)(
    join(specification, 'node_modules/.bin/quint'),
    ['run', '--backend=typescript', '--max-steps=80', '--verbosity=0', ...options, 'order-protocol.qnt'],
    { cwd: specification },
  );
