import { randomUUID } from 'node:crypto';
import type { Message } from '@aws-sdk/client-sqs';
import { ProcessorService } from '@orders/proto';
import { createGrpcClient } from '@orders/shared/grpc-client';
import { eventually } from '../../support/eventually';
import { placedMessage, startProcessorSystem, type ProcessorSystem } from './processor-system';

let system: ProcessorSystem;

beforeAll(async () => {
  system = await startProcessorSystem();
});
afterAll(() => system.stop());

const emptied = () =>
  eventually(async () => expect(await system.depth()).toEqual({ visible: 0, inFlight: 0, delayed: 0 }), 15_000);

test('a placed order is processed, and its buyer gets one mail in text and HTML that names it', async () => {
  const orderId = system.neighbours.place();

  await system.send([placedMessage(orderId)]);

  await eventually(async () => expect(await system.mailsOf(orderId)).toHaveLength(1));
  const [mail] = await system.mailsOf(orderId);
  expect(system.neighbours.statusOf(orderId)).toBe('PROCESSED');
  expect(system.neighbours.reservationOf(orderId)).toBe('COMMITTED');
  expect(mail?.Destination.ToAddresses).toEqual([system.neighbours.emailOf(orderId)]);
  expect(mail?.Subject).toContain(orderId);
  expect(mail?.Body.text_part).toContain(orderId);
  expect(mail?.Body.html_part).toContain(orderId);
  await emptied();
});

test('three copies of a message, one long after the others, bring one mail', async () => {
  const orderId = system.neighbours.place();

  await system.send([placedMessage(orderId), placedMessage(orderId)]);
  await eventually(async () => expect(await system.ledgerEntry(orderId)).toMatchObject({ state: 'sent' }));
  await system.send([placedMessage(orderId)]);
  await emptied();

  expect(await system.mailsOf(orderId)).toHaveLength(1);
  expect(await system.ledgerEntry(orderId)).toMatchObject({ state: 'sent', attempts: 1 });
});

test('poison goes to the dead-letter queue as it came, with the reason, and does not block its neighbours', async () => {
  const unknown = placedMessage(randomUUID());
  const future = JSON.stringify({ type: 'order.placed', version: 2, orderId: randomUUID() });
  const orderIds = [system.neighbours.place(), system.neighbours.place()];

  await system.send(['{"half":', unknown, future, ...orderIds.map(placedMessage)], {
    mark: { DataType: 'String', StringValue: 'kept' },
  });

  await eventually(() =>
    expect(orderIds.map((orderId) => system.neighbours.statusOf(orderId))).toEqual(['PROCESSED', 'PROCESSED']),
  );
  await emptied();
  const found = new Map<string | undefined, Message>();
  await eventually(async () => {
    for (const message of await system.deadLetters()) found.set(message.Body, message);
    expect(found.size).toBe(3);
  });
  expect([...found.keys()].sort()).toEqual(['{"half":', unknown, future].sort());
  const attributes = [...found.values()].map(({ MessageAttributes }) => MessageAttributes ?? {});
  expect(attributes.map(({ mark }) => mark?.StringValue)).toEqual(['kept', 'kept', 'kept']);
  expect(found.get(unknown)?.MessageAttributes?.['reason']?.StringValue).toContain('does not exist');
});

test('an order that breaks a batch stays behind alone, and is settled when it breaks nothing any more', async () => {
  const broken = system.neighbours.place();
  const sound = Array.from({ length: 9 }, () => system.neighbours.place());
  system.neighbours.breakOrder(broken);

  await system.send([broken, ...sound].map(placedMessage));

  await eventually(() =>
    expect(new Set(sound.map((orderId) => system.neighbours.statusOf(orderId)))).toEqual(new Set(['PROCESSED'])),
  );
  expect(system.neighbours.statusOf(broken)).toBe('PENDING');
  await eventually(async () =>
    expect(await system.metrics()).toMatch(/sqs_message_processing_duration_seconds_count{outcome="retry"} [1-9]/),
  );
  system.neighbours.mendOrder(broken);
  await eventually(() => expect(system.neighbours.statusOf(broken)).toBe('PROCESSED'), 15_000);
});

test('a cancelled order keeps its status and gets no mail; a failed one is told', async () => {
  const cancelled = system.neighbours.place({ status: 'CANCELLED', reservation: 'RELEASED' });
  const failed = system.neighbours.place({ status: 'FAILED', reservation: 'RELEASED' });

  await system.send([cancelled, failed].map(placedMessage));

  await eventually(async () => expect(await system.ledgerEntry(cancelled)).toMatchObject({ state: 'dropped' }));
  await eventually(async () => expect((await system.mailsOf(failed))[0]?.Subject).toContain('could not be fulfilled'));
  expect(system.neighbours.statusOf(cancelled)).toBe('CANCELLED');
  expect(await system.mailsOf(cancelled)).toEqual([]);
});

test('an address that SES refuses is tried once and not again; the order is processed all the same', async () => {
  const orderId = system.neighbours.place({ email: 'no address at all' });

  await system.send([placedMessage(orderId)]);

  await eventually(async () =>
    expect(await system.ledgerEntry(orderId)).toMatchObject({ state: 'rejected', attempts: 1 }),
  );
  expect(system.neighbours.statusOf(orderId)).toBe('PROCESSED');
  expect(await system.mailsOf(orderId)).toEqual([]);
});

test('operators are told how much is waiting, and how much is dead', async () => {
  const client = createGrpcClient(ProcessorService, system.grpcAddress);
  const ask = () => client.unary('GetQueue')({}, 2_000);
  const before = await ask();

  await system.send(['not JSON', 'not JSON either']);
  await eventually(async () => expect((await ask()).deadLetters).toBe(before.deadLetters + 2));
  await emptied();

  expect(await ask()).toMatchObject({ visible: 0, inFlight: 0, delayed: 0, mailsOwed: 0 });
  client.stop();
});
