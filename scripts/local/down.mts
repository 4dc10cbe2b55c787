// Stops everything that make up started, and nothing else; the data stays.
import path from 'node:path';
import { runScript } from './system/failure.mts';
import { systemFolder } from './system/folders.mts';
import { withLock } from './system/lock.mts';
import { stopSystem } from './system/stop-system.mts';

runScript(async () => {
  const folder = systemFolder();
  const count = await withLock(path.join(folder.dir, 'up.lock'), () => stopSystem(folder));
  if (count === 0) console.log('Nothing was running.');
});
