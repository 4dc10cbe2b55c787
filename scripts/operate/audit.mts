// Checks a live system against its own rules. Exit code 0: nothing disagrees; 1: something does; 2: it could not be read.
import { setTimeout } from 'node:timers/promises';
import { ownEnvironment } from '../local/own-services/environment.mts';
import { defineCommand } from '../local/system/command.mts';
import { heading, hint, json, step, table } from '../local/system/terminal.mts';
import { withServices, type Services } from './services.mts';

type Report = Awaited<ReturnType<typeof audit>>;

defineCommand(
  {
    about: 'Checks a live system against its own rules. Exit code 1: something disagrees; 2: it could not be read.',
    usage: ['npm run audit -- [--json] [--orders-per-second 2000]'],
    options: {
      json: { type: 'boolean', default: false },
      'orders-per-second': { type: 'string', default: '2000' },
    },
  },
  async ({ values, refuse }) => {
    const ordersPerSecond = Number(values['orders-per-second']);
    if (!(ordersPerSecond >= 1)) refuse('--orders-per-second is a number from 1 on');
    try {
      const report = await withServices((services) =>
        values.json
          ? audit(services, ordersPerSecond)
          : step('audit', 'every order and product read', () => audit(services, ordersPerSecond)),
      );
      if (values.json) json(report);
      else print(report);
      return report.findings.length === 0 ? 0 : 1;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return 2;
    }
  },
);

async function audit({ inventory, order, processor }: Services, ordersPerSecond: number) {
  // Not before the services are connected, which builds them.
  const { createAuditDeliveryReader } = await import('@orders/processor/audit/audit-delivery-reader');
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
    deliveries: createAuditDeliveryReader(processor),
    pace: createAuditPace({ ordersPerSecond, monotonicMs: () => performance.now(), wait }),
    wait,
    now: () => new Date(),
    limits: auditLimitsOf({ reservationLifeMs: Number(variables['RESERVATION_TTL_SECONDS'] ?? 60) * 1_000 }),
  })();
}

function print({ findings, products, orders, startedAt, endedAt }: Report): void {
  const rows = findings.map(({ rule, productId, orderId, what }) => [rule, productId ?? orderId ?? '', what]);
  if (rows.length > 0) table(['rule', 'of', 'what disagrees'], rows);
  const seconds = ((endedAt.getTime() - startedAt.getTime()) / 1_000).toFixed(1);
  const verdict = { 0: 'everything agrees', 1: '1 finding' }[rows.length] ?? `${rows.length} findings`;
  heading(`${products} products and ${orders} orders in ${seconds} s: ${verdict}`);
  if (rows.length > 0)
    hint('npm run orders -- show <order id> shows one order; docs/runbooks say what each rule means.');
}
