import { openEvents } from '../support/event-stream';
import { eventually } from '../support/eventually';
import { startOtlpReceiver, type ReceivedSpan } from '../support/otlp-receiver';
import { startTcpProxy } from '../support/tcp-proxy';
import { requiredVariable } from '../support/test-database';
import { isOfDatabase, treeOf } from '../support/trace-tree';
import { useSystem } from '../support/use-system';

let collector: Awaited<ReturnType<typeof startOtlpReceiver>>;
let aws: Awaited<ReturnType<typeof startTcpProxy>>;

const context = useSystem(async () => {
  collector = await startOtlpReceiver();
  const { hostname, port } = new URL(requiredVariable('AWS_ENDPOINT_URL'));
  aws = await startTcpProxy({ host: hostname, port: Number(port) });
  return { env: { ...collector.env, AWS_ENDPOINT_URL: `http://127.0.0.1:${aws.port}` } };
});
afterAll(() => Promise.all([aws.stop(), collector.stop()]));

const requestSpanOf = (orderId: string) =>
  collector.spans.find(({ name, attributes }) => name === 'POST /api/order' && attributes['order.id'] === orderId)!;
const traceOf = (orderId: string): ReceivedSpan[] => {
  const { traceId } = requestSpanOf(orderId);
  return collector.spans.filter((span) => span.traceId === traceId);
};
const spanOf = (orderId: string, name: string) => traceOf(orderId).find((span) => span.name === name)!;

const traceOfAnOrder = [
  'gateway: POST /api/order',
  '  gateway: orderplacing.order.v1.OrderService/PlaceOrder',
  '    order: orderplacing.order.v1.OrderService/PlaceOrder',
  '      order: wait for reserve',
  '        order: reserve',
  '          order: orderplacing.inventory.v1.InventoryService/Reserve',
  '            inventory: orderplacing.inventory.v1.InventoryService/Reserve',
  '              inventory: wait for commit stock',
  '                inventory: commit stock',
  '      order: wait for insert orders',
  '        order: insert orders',
  '      order: wait for remove outbox entries',
  '        order: remove outbox entries',
  '      order: publish',
  '        order: wait for send messages',
  '          order: send messages',
  '        processor: process',
  '          processor: wait for settle',
  '            processor: settle',
  '              processor: orderplacing.inventory.v1.InventoryService/Commit',
  '                inventory: orderplacing.inventory.v1.InventoryService/Commit',
  '                  inventory: wait for commit stock',
  '                    inventory: commit stock',
  '              processor: orderplacing.order.v1.OrderService/SettleOrders',
  '                order: orderplacing.order.v1.OrderService/SettleOrders',
  '          processor: send mail',
];

test('one trace leads from the request to the mail', async () => {
  const { shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 5 });

  const { orderId } = (await shop.place(buyer, [{ productId, quantity: 1 }])).body.order;

  await eventually(() => {
    const tree = treeOf(collector.spans, requestSpanOf(orderId).traceId);
    expect(tree.toSorted()).toEqual(traceOfAnOrder.toSorted());
  }, 40_000);
  expect(requestSpanOf(orderId).attributes).toMatchObject({ 'http.route': '/api/order', 'order.outcome': 'placed' });
  expect(spanOf(orderId, 'process').attributes).toMatchObject({ 'order.id': orderId, 'order.outcome': 'Processed' });
  expect(
    new Set(
      traceOf(orderId)
        .filter(isOfDatabase)
        .map(({ service }) => service),
    ),
  ).toEqual(new Set(['inventory', 'order', 'processor']));
  const receipt = collector.spans.find(
    ({ name, links }) => name === 'receive' && links.includes(spanOf(orderId, 'publish').spanId),
  );
  expect(receipt?.service).toBe('processor');
}, 60_000);

test('an event stream is one span in each service, and so is each Redis command', async () => {
  const { shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 5 });
  const { orderId } = (await shop.place(buyer, [{ productId, quantity: 1 }])).body.order;
  await (
    await openEvents(shop.urls[0]!, { orderId, token: buyer.token })
  ).ended;

  await eventually(() => {
    const { traceId } = collector.spans.find(({ name }) => name === 'GET /api/order/{id}/events')!;
    // How often it reads its order is a matter of time.
    expect([...new Set(treeOf(collector.spans, traceId))]).toEqual([
      'gateway: GET /api/order/{id}/events',
      '  gateway: orderplacing.order.v1.OrderService/WatchOrder',
      '    order: orderplacing.order.v1.OrderService/WatchOrder',
      '      order: wait for find orders',
      '        order: find orders',
    ]);
    const cached = traceOf(orderId).find(({ attributes }) => attributes['db.system.name'] === 'redis');
    expect(cached).toMatchObject({ service: 'order', name: 'EVAL', attributes: { 'db.operation.name': 'EVAL' } });
    const parent = traceOf(orderId).find(({ spanId }) => spanId === cached?.parentSpanId);
    expect(parent?.name).toBe('orderplacing.order.v1.OrderService/SettleOrders');
  }, 20_000);
}, 60_000);

test('the histogram of request durations names traces as exemplars', async () => {
  const { system, shop, buyer } = context;
  const { orderId } = (await shop.place(buyer, [{ productId: await shop.aProduct({ stock: 5 }), quantity: 1 }])).body
    .order;
  const { metricsPort } = system.layout.replicas.find(({ service }) => service === 'gateway')!;
  const scrape = async (accept: string) =>
    (await fetch(`http://127.0.0.1:${metricsPort}/metrics`, { headers: { Accept: accept } })).text();

  await eventually(() => expect(requestSpanOf(orderId)).toBeDefined(), 20_000);
  const placements = (await scrape('application/openmetrics-text'))
    .split('\n')
    .filter((line) => line.startsWith('http_server_request_duration_seconds_bucket') && line.includes('"/api/order"'));
  expect(placements.join('\n')).toContain(`# {trace_id="${requestSpanOf(orderId).traceId}"`);
  expect(await scrape('text/plain')).not.toContain('trace_id');
});

test('orders that share a commit are linked to it', async () => {
  const { shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 100 });

  await Promise.all(Array.from({ length: 20 }, () => shop.place(buyer, [{ productId, quantity: 1 }])));

  await eventually(() => {
    const shared = collector.spans.find(({ name, links }) => name === 'insert orders' && links.length > 0)!;
    const waiting = collector.spans.filter(({ links }) => links.includes(shared.spanId));
    expect(waiting.map(({ name }) => name)).toContain('wait for insert orders');
    expect(new Set(waiting.map(({ traceId }) => traceId)).size).toBe(shared.links.length + 1);
  }, 30_000);
}, 60_000);

test('the trace continues when the sweep publishes the message after a crash', async () => {
  const { system, shop, buyer } = context;
  const productId = await shop.aProduct({ stock: 5 });
  await aws.cut();

  const { orderId } = (await shop.place(buyer, [{ productId, quantity: 1 }])).body.order;
  await system.kill('order');
  const killedAt = Date.now();
  await aws.restore();
  await system.start('order');

  await eventually(() => expect(spanOf(orderId, 'send mail')).toBeDefined(), 60_000);
  // Each service sends its spans at a time of its own.
  await eventually(() => {
    const publishing = traceOf(orderId).find(({ spanId }) => spanId === spanOf(orderId, 'process').parentSpanId);
    expect(publishing).toMatchObject({ service: 'order', name: 'publish', attributes: { 'order.id': orderId } });
    expect(publishing?.startMs).toBeGreaterThan(killedAt);
  }, 20_000);
}, 150_000);

test('a failure is an error span, a refusal is not, and both answers contain their trace id', async () => {
  const { system, shop, buyer } = context;
  const refused = await shop.place(buyer, [{ productId: await shop.aProduct({ stock: 0 }), quantity: 1 }]);
  await system.kill('inventory');
  const failed = await shop.place(buyer, [{ productId: 'any', quantity: 1 }]);
  await system.start('inventory');

  const requestOf = (traceId: string) =>
    collector.spans.find((span) => span.traceId === traceId && span.name === 'POST /api/order');
  await eventually(() => {
    const refusal = collector.spans.filter(({ traceId }) => traceId === refused.body.traceId);
    expect(refusal.map(({ attributes }) => attributes['error.type'])).toContain('OUT_OF_STOCK');
    expect(refusal.filter(({ isError }) => isError)).toEqual([]);
    expect(requestOf(failed.body.traceId)).toMatchObject({ isError: true });
  }, 20_000);
}, 150_000);
