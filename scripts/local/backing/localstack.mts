// LocalStack (SQS and SES): how it is started, and how one sees that it is ready.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Launch } from '../system/background.mts';
import type { RunFolder } from '../system/folders.mts';
import { chooseLaunch, type Way } from './choose-launch.mts';
import { dockerLaunch } from './docker.mts';
import { pythonPackages } from './python-packages.mts';

const packages = {
  name: 'localstack',
  requirements: ['localstack-core[runtime]==4.12.0', 'service_identity'],
  constraints: ['cbor2<5.8', 'plux<1.15', 'pyopenssl<25', 'cryptography<45', 'psutil<7.1'],
  newestPython: 12,
};

export function localstackLaunch(folder: RunFolder, port: number): Promise<Launch> {
  return chooseLaunch(
    'LocalStack',
    [fromPackages(folder, port), () => dockerLaunch(folder, { service: 'localstack', port })],
    'Install Python 3.9 to 3.12 or start Docker, or set AWS_ENDPOINT_URL to a LocalStack that runs.',
  );
}

export async function isLocalstackReady(endpoint: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/_localstack/health', endpoint), { signal: AbortSignal.timeout(2_000) });
    const { services } = (await answer.json()) as { services?: Record<string, string> };
    return ['sqs', 'ses'].every((name) => ['running', 'available'].includes(services?.[name] ?? ''));
  } catch {
    return false;
  }
}

const fromPackages =
  (folder: RunFolder, port: number): Way =>
  async () => {
    if (process.platform === 'win32') return { reason: 'LocalStack from Python packages: not on Windows' };
    const home = await pythonPackages(packages);
    if ('reason' in home) return home;
    const files = path.join(folder.data, 'localstack');
    mkdirSync(files, { recursive: true });
    return { command: home.python, args: ['-m', 'localstack.runtime.main'], env: environment(files, port) };
  };

const environment = (files: string, port: number) => ({
  SERVICES: 'sqs,ses',
  GATEWAY_LISTEN: `127.0.0.1:${port}`,
  EAGER_SERVICE_LOADING: '1',
  DISABLE_EVENTS: '1',
  SKIP_SSL_CERT_DOWNLOAD: '1',
  // What the installation left to compile is compiled once, at the first start.
  PYTHONDONTWRITEBYTECODE: '',
  DNS_ADDRESS: '0',
  FILESYSTEM_ROOT: files,
  TMPDIR: files,
});
