import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { eventually } from '../support/eventually';
import { startLoad } from '../support/load';
import { startOtlpReceiver } from '../support/otlp-receiver';
import { findPrograms, startPrometheus, type PrometheusPrograms } from '../support/prometheus';
import { queueOf } from '../support/queue';
import { root } from '../support/service-process';
import { createShop, type Shop, type User } from '../support/shop';
import { startSystem, type System } from '../support/system';

const rulesFile = path.join(root, 'charts/order-placing/files/alerts.yaml');
const dashboardFolder = path.join(root, 'deploy/monitoring/dashboards');
const services = ['gateway', 'auth', 'inventory', 'order', 'processor'];

let programs: PrometheusPrograms | undefined;
let collector: Awaited<ReturnType<typeof startOtlpReceiver>>;
let system: System;
let shop: Shop;
let buyer: User;
let prometheus: Awaited<ReturnType<typeof startPrometheus>>;

beforeAll(async () => {
  programs = await findPrograms();
  if (!programs) return;
  collector = await startOtlpReceiver();
  system = await startSystem({ env: collector.env });
  shop = createShop(system.layout);
  buyer = await shop.aUser();
  prometheus = await startPrometheus(programs.prometheus, { layout: system.layout, rules: hurried(readRules()) });
}, 200_000);
afterAll(async () => {
  if (!programs) return;
  await prometheus.stop();
  await system.stop();
  await collector.stop();
}, 60_000);

test('each alert fires on what it is for, and none in a sound system', async () => {
  if (!programs) return;
  const { stdout } = await promisify(execFile)(programs.promtool, ['test', 'rules', testFile], { cwd: root });
  expect(stdout).toContain('SUCCESS');

  const tested = new Set([...readFileSync(testFile, 'utf8').matchAll(/alertname: (\w+)$/gm)].map(([, name]) => name));
  expect(tested).toEqual(new Set(alerts().map(({ alert }) => alert)));
});

test('each alert names a runbook that is there', () => {
  const runbooks = alerts().map(({ annotations }) => annotations?.runbook_url);

  expect(runbooks.filter((name) => name === undefined || !existsSync(path.join(root, name)))).toEqual([]);
});

test('under load every query of every panel and every alert finds its data', async () => {
  if (!programs) return;
  const productId = await shop.aProduct({ stock: 100_000 });
  const load = startLoad({ shop, buyer, productId, clients: 3 });
  try {
    await eventually(async () => {
      const values = await Promise.all(queries().map(async (query) => [query, await prometheus.query(query)] as const));
      const empty = values.filter(([, found]) => found.every(Number.isNaN)).map(([query]) => query);
      expect(empty).toEqual([]);
    }, 60_000);
    const traced = new Set(collector.spans.map(({ traceId }) => traceId));
    const named = await prometheus.traceIds('http_server_request_duration_seconds');
    expect(named.filter((traceId) => traced.has(traceId))).not.toEqual([]);
  } finally {
    await load.stop();
  }
}, 120_000);

test('a message that nobody understands, a processor that is away and a gateway without orders raise their alerts', async () => {
  if (!programs) return;
  const productId = await shop.aProduct({ stock: 10 });
  await queueOf(system.layout).send(['no order']);
  await eventually(async () => expect(await prometheus.firing()).toContain('DeadLetters'), 40_000);

  await system.kill('processor');
  await shop.place(buyer, [{ productId, quantity: 1 }]);
  await eventually(async () => expect(await prometheus.firing()).toContain('OrdersPendingTooLong'), 40_000);

  await system.kill('order');
  await eventually(async () => {
    await shop.place(buyer, [{ productId, quantity: 1 }]);
    expect(await prometheus.firing()).toEqual(
      expect.arrayContaining(['PlaceAvailabilityBurnsFast', 'ServiceNotScraped']),
    );
  }, 60_000);
}, 180_000);

const testFile = path.join(root, 'deploy/monitoring/tests/alerts.test.yaml');
const readRules = () => readFileSync(rulesFile, 'utf8');

interface Rule {
  alert?: string;
  expr: string;
  annotations?: { runbook_url: string };
}

const rules = (): Rule[] =>
  (parse(readRules()) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);
const alerts = () => rules().filter(({ alert }) => alert !== undefined);

/** The same rules with windows of seconds, so that a test need not wait for hours. */
const hurried = (text: string) =>
  text
    .replaceAll(/\[(?:5m|30m|1h|6h|15m)\]/g, '[20s]')
    .replaceAll(/^ +(?:for|interval): .*\n/gm, '')
    .replace('> 120', '> 5');

/** What a comparison compares: in a sound system the comparison itself has no result. */
const measured = (expression: string) =>
  expression.split(/\s+(?:and|unless)\s+/).map((part) => part.replace(/ [<>=]=? [\d. *]+$/, ''));

const queries = (): string[] => [
  ...dashboards().flatMap(({ panels }) =>
    panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => ofEachService(expr))),
  ),
  ...rules()
    .flatMap(({ expr }) => measured(expr.trim()))
    .filter((query) => !notHere.some((name) => query.includes(name))),
];

// Certificates are shown where TLS between services is on.
const notHere = ['grpc_tls_certificate'];

const ofEachService = (expression: string): string[] =>
  expression.includes('$service')
    ? [services.map((service) => `(${expression.replaceAll('$service', service)})`).join(' or ')]
    : [expression];

interface Dashboard {
  panels: { targets: { expr: string }[] }[];
}

const dashboards = () =>
  readdirSync(dashboardFolder).map(
    (name) => JSON.parse(readFileSync(path.join(dashboardFolder, name), 'utf8')) as Dashboard,
  );
