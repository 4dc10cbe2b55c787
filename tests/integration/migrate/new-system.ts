import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { DeleteQueueCommand } from '@aws-sdk/client-sqs';
import { createSqsClient, deadLetterQueueUrlOf } from '@orders/shared/sqs';
import { eventually } from '../../support/eventually';
import { systemPorts } from '../../support/system-ports';
import { requiredVariable } from '../../support/test-database';

type Variables = Record<string, string>;

const root = path.join(__dirname, '../../..');
const services = ['auth', 'inventory', 'order', 'processor', 'gateway'] as const;

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Databases, queue, folder and ports for a whole system that is started when a test says so. */
export async function aNewSystem() {
  const id = randomUUID().slice(0, 8);
  const folder = mkdtempSync(path.join(tmpdir(), 'migrate-'));
  const endpoint = requiredVariable('AWS_ENDPOINT_URL');
  const queueUrl = `${endpoint}/000000000000/migrate-${id}`;
  const env: Variables = {
    ...(await systemPorts()),
    NODE_ENV: 'test',
    MONGO_DB_PREFIX: `test_migrate_${id}_`,
    AWS_SQS_QUEUE_URL: queueUrl,
    AWS_SES_SENDER_EMAIL: `orders-${id}@example.com`,
    MAIL_RATE_PER_SECOND: '200',
    RESERVATION_TTL_SECONDS: '10',
    RUN_DIR: folder,
    LOG_DIR: folder,
    LOG_LEVEL: 'warn',
  };
  const running: Running[] = [];

  const ask = async (method: string, address: string, { body, token }: { body?: object; token?: string } = {}) => {
    const response = await fetch(`http://127.0.0.1:${env['PORT'] ?? ''}${address}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  const stopServices = () => Promise.all(running.splice(0).map(stop));

  return {
    prefix: env['MONGO_DB_PREFIX'] ?? '',
    /** Runs the migration as `npm run migrate:monolith -- <arguments>` does. */
    migrate: (args: string[], given: Variables = {}) => runMigration(args, { ...env, ...given }),
    start: async () => {
      running.push(...services.map((service) => launch(service, env)));
      await Promise.all(running.map(untilReady));
    },
    stopServices,
    ask,
    signIn: async (email: string, password: string): Promise<string> =>
      (await ask('POST', '/api/auth/login', { body: { email, password } })).body['token'] as string,
    stop: async () => {
      await stopServices();
      const sqs = createSqsClient({ region: 'us-east-1', endpoint });
      for (const QueueUrl of [queueUrl, deadLetterQueueUrlOf(queueUrl)])
        await sqs.send(new DeleteQueueCommand({ QueueUrl })).catch(() => undefined);
      rmSync(folder, { recursive: true });
    },
  };
}

export type NewSystem = Awaited<ReturnType<typeof aNewSystem>>;

interface Running {
  child: ChildProcess;
  readyUrl: string;
  output: Promise<string>;
}

function launch(service: string, env: Variables): Running {
  const child = spawn(process.execPath, [`services/${service}/dist/main.js`], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = env[`${service.toUpperCase()}_METRICS_PORT`] ?? '';
  return { child, readyUrl: `http://127.0.0.1:${port}/readyz`, output: text(child.stdout) };
}

const untilReady = ({ child, readyUrl, output }: Running) =>
  eventually(async () => {
    if (child.exitCode !== null) throw new Error(`a service ended: ${await output}`);
    const { ok } = await fetch(readyUrl);
    if (!ok) throw new Error(`${readyUrl} is not ready`);
  }, 30_000);

async function stop({ child }: Running): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

async function runMigration(args: string[], env: Variables) {
  const child = spawn('scripts/with-node', ['scripts/operate/migrate-monolith.mts', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await closed;
  return { code: child.exitCode, stdout, stderr };
}

/** The subjects and texts of the mails that went to an address. */
export async function mailsTo(address: string): Promise<string[]> {
  const response = await fetch(`${requiredVariable('AWS_ENDPOINT_URL')}/_aws/ses`);
  const { messages } = (await response.json()) as {
    messages: { Subject?: string; Destination: { ToAddresses: string[] }; Body: { text_part: string } }[];
  };
  return messages
    .filter(({ Destination }) => Destination.ToAddresses.includes(address))
    .map(({ Subject, Body }) => `${Subject ?? ''}\n${Body.text_part}`);
}
