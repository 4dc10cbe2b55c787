import { auditLimits, type AuditedOrder, type AuditedProduct, type AuditResult, type Finding } from './audit-facts';
import { createRunAudit, type RunAuditNeeds } from './run-audit';

const at = new Date('2026-03-01T12:00:00Z');
const product: AuditedProduct = {
  productId: 'shirt',
  available: 10,
  held: 0,
  committed: 0,
  initial: 10,
  restocked: 0,
  adjusted: 0,
};
const order: AuditedOrder = {
  orderId: 'one',
  status: 'Cancelled',
  items: [{ productId: 'shirt', name: 'Shirt', quantity: 1, unitPrice: 0 }],
  epoch: 1,
  createdAt: new Date('2026-03-01T10:00:00Z'),
  updatedAt: new Date('2026-03-01T10:00:00Z'),
  outbox: [],
  isImported: false,
};

async function* pages<Entry>(...all: Entry[][]) {
  for (const page of all) yield await Promise.resolve(page);
}

function aRun(changes: Partial<RunAuditNeeds> = {}, mails: 'sent'[] = []) {
  const finished: { nextInMs: number; result?: AuditResult }[] = [];
  const reports: Finding[][] = [];
  const orders = [order];
  const run = createRunAudit({
    stock: {
      totals: () => Promise.resolve({ products: [product], readAt: '1' }),
      held: () => pages([]),
      reservations: () => Promise.resolve([{ orderId: 'one', state: 'released', items: order.items, epoch: 1 }]),
    },
    orders: {
      openIds: () => Promise.resolve([]),
      idsSince: () => Promise.resolve([]),
      all: () => pages(orders),
      find: () => Promise.resolve(orders),
    },
    mails: { findMany: () => Promise.resolve(mails.map((state) => ({ orderId: 'one', state, owedAt: at }))) },
    deliveries: { ofOrders: () => Promise.resolve({ webhooks: [], deliveries: [] }) },
    pace: () => Promise.resolve(),
    wait: () => Promise.resolve(),
    now: () => at,
    limits: auditLimits,
    runs: {
      claim: () => Promise.resolve(true),
      renew: () => Promise.resolve(true),
      finish: (run) => Promise.resolve(void finished.push(run)),
    },
    newId: () => 'holder',
    isStopping: () => false,
    intervalMs: 3_600_000,
    report: (findings) => void reports.push(findings),
    ...changes,
  });
  return { run, finished, reports };
}

test('an audit that is due stores its counts and schedules the next one', async () => {
  const { run, finished, reports } = aRun({}, ['sent']);

  await run();

  expect(reports).toEqual([[{ rule: 'mail', orderId: 'one', what: 'the mail of a Cancelled order is sent' }]]);
  expect(finished).toMatchObject([{ nextInMs: 3_600_000, result: { orders: 1, findings: { mail: 1, outbox: 0 } } }]);
});

test('what is right at the recheck was work in progress', async () => {
  let reads = 0;
  const findMany = () => {
    reads += 1;
    return Promise.resolve(reads === 1 ? [{ orderId: 'one', state: 'sent' as const, owedAt: at }] : []);
  };
  const { run, reports } = aRun({ mails: { findMany } });

  await run();

  expect(reports).toEqual([[]]);
  expect(reads).toBe(2);
});

test('while another processor audits nothing is read', async () => {
  const runs = { claim: () => Promise.resolve(false), renew: jest.fn(), finish: jest.fn() };
  const { run, reports } = aRun({ runs });

  await run();

  expect(reports).toEqual([]);
  expect(runs.finish).not.toHaveBeenCalled();
});

test.each([
  ['whose lease was lost', { renew: () => Promise.resolve(false) }, {}],
  ['of a process that stops', {}, { isStopping: () => true }],
])('an audit %s is aborted and keeps the last result', async (_, runs, changes) => {
  const finished: unknown[] = [];
  const { run, reports } = aRun({
    runs: {
      claim: () => Promise.resolve(true),
      renew: () => Promise.resolve(true),
      finish: (end) => Promise.resolve(void finished.push(end)),
      ...runs,
    },
    ...changes,
  });

  await expect(run()).rejects.toMatchObject({ kind: 'UNAVAILABLE' });

  expect(reports).toEqual([]);
  expect(finished).toEqual([{ holder: 'holder', nextInMs: 60_000 }]);
});
