// Starts or stops one part of the system that is up: part.mts start|stop <name>.
import path from 'node:path';
import { existsSync } from 'node:fs';
import { defineCommand } from './system/command.mts';
import { systemFolder, type RunFolder } from './system/folders.mts';
import { buildServices, installPackages } from './system/install.mts';
import { withLock } from './system/lock.mts';
import { planSystem, type BackingPart, type Part, type Plan } from './system/plan.mts';
import { stopUnwittingHolders } from './system/port-conflicts.mts';
import { reservePorts } from './system/ports.mts';
import { rememberedVariables } from './system/remembered.mts';
import { readSettings } from './system/settings.mts';
import { isRunning, launchOf, serviceEntry, startBackingPart, waitUntilReady } from './system/start-part.mts';
import { startServices, type StartServices } from './system/start-services.mts';
import { say, step } from './system/terminal.mts';
import { stopAndSay } from './system/stop-system.mts';

defineCommand(
  {
    about: 'Starts one part of the system that is up, and waits until it is ready; or stops it.',
    usage: ['make start-<part>', 'make stop-<part>'],
    words: [2, 2],
  },
  async ({ words: [verb = '', name = ''], refuse }) => {
    if (verb !== 'start' && verb !== 'stop') return refuse(`a part is started or stopped, not "${verb}"`);
    const folder = systemFolder();
    const remembered = rememberedVariables(folder);
    const plan = planSystem(readSettings(remembered));
    const parts = plan.parts.filter((part) => part.name === name || part.group === name);
    if (parts.length === 0) return refuse(unknown(name, plan));
    await withLock(path.join(folder.dir, `${name}.lock`), () =>
      verb === 'start' ? startAll(folder, { plan, parts }) : stopAll(folder, parts),
    );
  },
);

const unknown = (name: string, { parts, external }: Plan) =>
  external.some((each) => each === name)
    ? `${name} was not started here: the environment names one that exists`
    : `there is no part "${name}": there are ${parts.map((part) => part.name).join(', ')}`;

async function startAll(folder: RunFolder, { plan, parts }: { plan: Plan; parts: Part[] }): Promise<void> {
  await installPackages('services');
  for (const part of parts.filter((each) => isRunning(folder, each))) {
    await waitUntilReady(folder, part);
    say(part.name, 'is running already');
  }
  const missing = parts.filter((part) => !isRunning(folder, part));
  for (const part of missing) if (part.kind === 'backing') await startOneBacking(folder, part);
  const services = missing.filter((part) => part.kind === 'service');
  if (services.length > 0) await startMissingServices({ folder, plan, services });
}

async function startOneBacking(folder: RunFolder, part: BackingPart): Promise<void> {
  const launch = await launchOf(folder, part);
  const reservation = await reservePorts(part.ports);
  await reservation.release(part.ports);
  await step(part.name, 'ready', () => startBackingPart(folder, { part, launch }));
}

async function startMissingServices({ folder, plan, services }: StartServices): Promise<void> {
  if (!services.every(({ group }) => existsSync(serviceEntry(group, 'main')))) await buildServices();
  const holders = await stopUnwittingHolders(folder, { plan, ports: services.flatMap(({ ports }) => ports) });
  await startServices({ folder, plan, services: [...services, ...holders] });
}

async function stopAll(folder: RunFolder, parts: Part[]): Promise<void> {
  const stopped = await Promise.all(parts.map(({ name }) => stopAndSay(folder, name)));
  if (!stopped.includes(true)) say(parts[0]?.group ?? '', 'was not running');
}
