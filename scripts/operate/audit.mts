// Checks a live system against its own rules: audit.mts [--json] [--orders-per-second 2000].
// Exit code 0: nothing disagrees; 1: something does; 2: it could not be read.
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ownEnvironment } from '../local/own-services/environment.mts';
import { Failure, runScript } from '../local/system/failure.mts';
import { withServices, type Services } from './services.mts';

const usage = 'usage: npm run audit -- [--json] [--orders-per-second 2000]';
const options = {
  json: { type: 'boolean', default: false },
  'orders-per-second': { type: 'string', default: '2000' },
} as const;

type Report = Awaited<ReturnType<typeof audit>>;

runScript(async () => {
  try {
    const { isJson, ordersPerSecond } = readOptions();
    let findings = 0;
    await withServices(async (services) => {
      const report = await audit(services, ordersPerSecond);
      findings = report.findings.length;
      process.stdout.write(isJson ? `${JSON.stringify(report, null, 2)}\n` : `${linesOf(report).join('\n')}\n`);
    });
    return findings === 0 ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 2;
  }
});

function readOptions() {
  try {
    const { values } = parseArgs({ options });
    const ordersPerSecond = Number(values['orders-per-second']);
    if (!(ordersPerSecond >= 1)) throw new Error('--orders-per-second is a number from 1 on');
    return { isJson: values.json, ordersPerSecond };
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

async function audit({ inventory, order, processor }: Services, ordersPerSecond: number) {
  // Not before the services are connected, which builds them.
  const { createAuditMailReader } = await import('@orders/processor/audit/audit-mail-reader');
  const { createAuditOrderReader } = await import('@orders/processor/clients/order-client');
  const { createAuditStockReader } = await import('@orders/processor/clients/inventory-client');
  const { auditLimitsOf } = await import('@orders/processor/audit/audit-facts');
  const { createAuditPace, createAuditSystem } = await import('@orders/processor/audit/audit-system');
  const wait = (milliseconds: number) => setTimeout(milliseconds);
  const variables = { ...ownEnvironment(), ...process.env };
  return createAuditSystem({
    stock: createAuditStockReader(inventory),
    orders: createAuditOrderReader(order),
    mails: createAuditMailReader(processor),
    pace: createAuditPace({ ordersPerSecond, monotonicMs: () => performance.now(), wait }),
    wait,
    now: () => new Date(),
    limits: auditLimitsOf({ reservationLifeMs: Number(variables['RESERVATION_TTL_SECONDS'] ?? 60) * 1_000 }),
  })();
}

function linesOf({ findings, products, orders, startedAt, endedAt }: Report): string[] {
  const seconds = ((endedAt.getTime() - startedAt.getTime()) / 1_000).toFixed(1);
  const rows = findings.map(({ rule, productId, orderId, what }) => [rule, productId ?? orderId ?? '', what]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return [
    ...rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')),
    `${String(products)} products and ${String(orders)} orders in ${seconds} s: ${verdictOf(findings.length)}`,
  ];
}

const verdictOf = (findings: number) =>
  findings === 0 ? 'everything agrees' : `${String(findings)} finding${findings === 1 ? '' : 's'}`;
