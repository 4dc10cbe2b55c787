// Makes indexes and the demo catalogue, before the services start.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Variables } from './env-file.mts';
import { Failure } from './command.mts';
import { root } from './folders.mts';
import { serviceEntry } from './start-part.mts';

const run = promisify(execFile);

const storingServices = ['auth', 'inventory', 'order', 'processor'];

/** Makes the indexes of those of the services that store something. */
export async function migrateAll(env: Variables, services: readonly string[] = storingServices): Promise<void> {
  const storing = services.filter((service) => storingServices.includes(service));
  await Promise.all(storing.map((service) => runEntry(service, { entry: 'migrate', env })));
}

export const seedCatalogue = (env: Variables) => runEntry('inventory', { entry: 'seed', env });

/** Runs one of a service's commands to its end; fails with what it said. */
async function runEntry(service: string, { entry, env }: { entry: string; env: Variables }): Promise<void> {
  try {
    await run(process.execPath, [serviceEntry(service, entry)], {
      cwd: root,
      env: { ...process.env, ...env },
      timeout: 60_000,
    });
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    const output = `${stdout}${stderr}`.trim() || message;
    throw new Failure(`${entry} of ${service} failed:\n${output.split('\n').slice(-15).join('\n')}`);
  }
}
