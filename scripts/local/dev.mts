// Backing services in the background, all five services in this terminal, restarted on every change.
import path from 'node:path';
import { runTogether } from './own-services/run-together.mts';
import { bringUpBacking, reserveMissingPorts } from './system/bring-up.mts';
import { Failure, defineCommand } from './system/command.mts';
import { systemFolder, type RunFolder } from './system/folders.mts';
import { installPackages } from './system/install.mts';
import { withLock } from './system/lock.mts';
import { planSystem, type Plan } from './system/plan.mts';
import { seedCatalogue } from './system/prepare-data.mts';
import { rememberedVariables, runningNames } from './system/remembered.mts';
import { readSettings, serviceNames } from './system/settings.mts';
import { say } from './system/terminal.mts';

defineCommand(
  {
    about: 'Runs backing services in the background and the services here, restarted on every change.',
    usage: ['make dev'],
  },
  async () => {
    const folder = systemFolder();
    const remembered = runningNames(folder).length > 0 ? rememberedVariables(folder) : {};
    const plan = planSystem(readSettings(remembered));
    await withLock(path.join(folder.dir, 'up.lock'), () => prepare(folder, plan));
    say('dev', 'Ctrl-C stops the services; make down stops the backing services.\n');
    return runTogether({ services: serviceNames, env: { NODE_ENV: 'development', ...plan.env }, isWatching: true });
  },
);

async function prepare(folder: RunFolder, plan: Plan): Promise<void> {
  const busy = plan.parts.filter(({ kind, name }) => kind === 'service' && runningNames(folder).includes(name));
  if (busy.length > 0)
    throw new Failure(`${busy.map(({ name }) => name).join(', ')} run in the background: make down first.`);
  await installPackages();
  const reservation = await reserveMissingPorts(folder, plan);
  await bringUpBacking({ folder, plan, reservation });
  await seedCatalogue(plan.env);
  await reservation.release(plan.parts.flatMap(({ ports }) => ports));
}
