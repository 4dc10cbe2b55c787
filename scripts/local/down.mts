// Stops everything that make up started, and nothing else; the data stays.
import path from 'node:path';
import { defineCommand } from './system/command.mts';
import { systemFolder } from './system/folders.mts';
import { withLock } from './system/lock.mts';
import { stopSystem } from './system/stop-system.mts';

defineCommand({ about: 'Stops everything that make up started; the data stays.', usage: ['make down'] }, async () => {
  const folder = systemFolder();
  const count = await withLock(path.join(folder.dir, 'up.lock'), () => stopSystem(folder));
  if (count === 0) console.log('Nothing was running.');
});
