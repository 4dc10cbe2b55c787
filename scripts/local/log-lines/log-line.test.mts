import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatRecord, parseLine, wayOfOrder, type LogRecord } from './log-line.mts';

const record = (facts: Partial<LogRecord>): LogRecord => ({
  level: 'info',
  time: '2026-11-24T10:00:00.000Z',
  service: 'order',
  msg: 'order placed',
  ...facts,
});

test('an event is one line, with its facts and without the ids of its request', () => {
  const line = formatRecord(record({ orderId: 'order-1', trace_id: 't' }));

  assert.equal(line, '10:00:00.000  order      order placed  orderId=order-1');
});

test('a line that no service wrote is left out', () => {
  assert.equal(parseLine('Segmentation fault'), undefined);
  assert.equal(parseLine('{"half'), undefined);
});

test('the way of an order holds what names it and what its trace did, sorted by time', () => {
  const later = record({ time: '2026-11-24T10:00:02.000Z', service: 'processor', trace_id: 't', msg: 'mail sent' });
  const first = record({ orderId: 'order-1', trace_id: 't' });
  const batch = record({
    time: '2026-11-24T10:00:01.000Z',
    msg: 'orders not settled yet',
    orderIds: ['order-1', 'order-2'],
  });
  const other = record({ orderId: 'order-2', trace_id: 'u' });

  assert.deepEqual(wayOfOrder([later, other, batch, first], 'order-1'), [first, batch, later]);
});
