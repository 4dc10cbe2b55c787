// Runs a backing service from deploy/local/compose.yaml, in the foreground of a background process like any other.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Launch } from '../system/background.mts';
import { root, type RunFolder } from '../system/folders.mts';
import { findOnPath, outputOf } from './program.mts';

export async function dockerLaunch(
  folder: RunFolder,
  { service, port }: { service: string; port: number },
): Promise<Launch | { reason: string }> {
  if ((await outputOf('docker', ['version', '--format', '{{.Server.Version}}'])) === undefined) {
    return { reason: `${service} in Docker: no Docker engine answers` };
  }
  if ((await outputOf('docker', ['compose', 'version'])) === undefined) {
    return { reason: `${service} in Docker: docker has no compose plugin` };
  }
  const compose = composeArguments(folder, service);
  // A container outlives its killed client, and would hold the port.
  await outputOf('docker', [...compose, 'rm', '--stop', '--force', service], 60_000);
  const env = { [`${service.toUpperCase()}_PUBLISHED_PORT`]: String(port) };
  return { command: 'docker', args: [...compose, 'up', '--no-log-prefix', service], env };
}

/** Removes the containers that were made for this folder, with their data. */
export async function removeContainers(folder: RunFolder): Promise<void> {
  if (findOnPath('docker') === undefined) return;
  const services = ['mongod', 'redis', 'localstack'];
  await Promise.all(
    services.map((service) => outputOf('docker', [...composeArguments(folder, service), 'down', '--volumes'], 60_000)),
  );
}

/** Each part is a project of its own, so that each is started and stopped alone. */
function composeArguments(folder: RunFolder, service: string): string[] {
  const project = `orders-${createHash('sha256').update(folder.dir).digest('hex').slice(0, 8)}-${service}`;
  return ['compose', '--project-name', project, '--file', path.join(root, 'deploy/local/compose.yaml')];
}
