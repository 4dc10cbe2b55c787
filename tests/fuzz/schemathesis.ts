import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/service-process';
import { password, type User } from '../support/shop';

export interface FuzzRun {
  python: string;
  url: string;
  caller: User;
  /** Orders and products that are there. */
  orderIds: string[];
  productIds: string[];
  /** Files that it writes go here. */
  folder: string;
  /** How long to go on with fresh requests; a fixed set of them where nothing is said. */
  seconds?: number;
}

const run = promisify(execFile);

/** The Python that runs schemathesis on this machine, or why there is none. */
export async function findPython(): Promise<{ python: string } | { reason: string }> {
  const { stdout } = await run(path.join(root, 'scripts/with-node'), ['scripts/local/testing/print-schemathesis.mts'], {
    cwd: root,
  });
  // What is said while it is being installed stands before.
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { python: string } | { reason: string };
}

/** Sends what the served document allows and forbids, as one caller; answers what schemathesis says. */
export async function fuzz({ python, url, caller, orderIds, productIds, folder, seconds }: FuzzRun): Promise<string> {
  const extent =
    seconds === undefined
      ? ['--seed', '1', '--generation-deterministic', '--max-examples', '10']
      : ['--max-time', String(seconds), '--generation-database', 'none'];
  const args = [...program, ...options, ...extent, `${url}/openapi.json`];
  const env = {
    ...process.env,
    PYTHONPATH: __dirname,
    PYTHONDONTWRITEBYTECODE: '1',
    SCHEMATHESIS_HOOKS: 'hooks',
    FUZZ_URL: url,
    FUZZ_EMAIL: caller.email,
    FUZZ_PASSWORD: password,
    FUZZ_USER_ID: caller.userId,
    FUZZ_ORDER_IDS: orderIds.join(),
    FUZZ_PRODUCT_IDS: productIds.join(),
  };
  try {
    const { stdout } = await run(python, args, { cwd: folder, env, maxBuffer: 64e6 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    if (stdout === undefined) throw error;
    return stdout + (stderr ?? '');
  }
}

const program = ['-m', 'schemathesis.cli', '--config-file', path.join(__dirname, 'schemathesis.toml'), 'run'];
const options = [
  ...['--continue-on-failure', '--warnings', 'off', '--no-color'],
  // One worker: threads that parse at once make Python 3.11 give up now and then (https://github.com/python/cpython/issues/106905).
  ...['--request-timeout', '10', '--workers', '1'],
];
