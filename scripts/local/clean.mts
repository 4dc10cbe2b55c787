// Stops everything and deletes what make up wrote, but for the tools it fetched.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { removeContainers } from './backing/docker.mts';
import { defineCommand } from './system/command.mts';
import { systemFolder } from './system/folders.mts';
import { withLock } from './system/lock.mts';
import { stopSystem } from './system/stop-system.mts';

defineCommand({ about: 'Stops everything and deletes the data of make up.', usage: ['make clean'] }, async () => {
  const folder = systemFolder();
  await withLock(path.join(folder.dir, 'up.lock'), async () => {
    await stopSystem(folder);
    await removeContainers(folder);
    const isKept = (name: string) => name === 'tools' || name === 'up.lock' || /^test-\d+$/.test(name);
    for (const name of readdirSync(folder.dir).filter((each) => !isKept(each))) {
      rmSync(path.join(folder.dir, name), { recursive: true, force: true });
    }
  });
  console.log('Stopped, and its data is gone.');
});
