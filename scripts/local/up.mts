// Brings the whole system up, places one demo order through it, and says where to find what.
import path from 'node:path';
import { checkExternal } from './backing/check-external.mts';
import { placeDemoOrder } from './demo/place-demo-order.mts';
import { bringUpBacking, bringUpServices, reserveMissingPorts } from './system/bring-up.mts';
import { defineCommand } from './system/command.mts';
import { root, systemFolder, type RunFolder } from './system/folders.mts';
import { checkDisk } from './system/install.mts';
import { withLock } from './system/lock.mts';
import { planSystem, type Plan } from './system/plan.mts';
import { checkSameLayout, forgetKilled, rememberedVariables, runningNames } from './system/remembered.mts';
import { readSettings } from './system/settings.mts';
import { isReady, isRunning } from './system/start-part.mts';
import { say, secondsSince } from './system/terminal.mts';
import { printUrls } from './system/urls.mts';

defineCommand(
  { about: 'Starts everything in the background, seeds it, and places a demo order.', usage: ['make up'] },
  () => {
    const folder = systemFolder();
    return withLock(path.join(folder.dir, 'up.lock'), () => up(folder));
  },
);

async function up(folder: RunFolder): Promise<void> {
  const started = performance.now();
  forgetKilled(folder);
  const remembered = runningNames(folder).length > 0 ? rememberedVariables(folder) : {};
  checkSameLayout(remembered);
  const plan = planSystem(readSettings(remembered));
  if (await isUp(folder, plan)) {
    console.log('Everything is running already; nothing was changed.\n');
    printUrls(plan.env);
    return;
  }
  checkDisk([root, folder.dir]);
  const reservation = await reserveMissingPorts(folder, plan);
  await bringUpBacking({ folder, plan, reservation });
  await bringUpServices({ folder, plan, reservation });
  say('system', `ready${' '.repeat(29)}${secondsSince(started)}\n`);
  await placeDemoOrder(plan.env);
  printUrls(plan.env);
}

async function isUp(folder: RunFolder, plan: Plan): Promise<boolean> {
  if (!plan.parts.every((part) => isRunning(folder, part))) return false;
  const ready = await Promise.all(plan.parts.map(isReady));
  if (ready.includes(false)) return false;
  await checkExternal(plan.external, plan.env);
  return true;
}
