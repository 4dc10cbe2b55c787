import { Counter } from 'prom-client';

export const mails = new Counter({
  name: 'mails_total',
  help: 'Owed mails by what became of a try: sent, rejected, dropped or delayed.',
  labelNames: ['outcome'],
});

export const ordersSettled = new Counter({
  name: 'orders_settled_total',
  help: 'Messages of placed orders that were worked on to the end, by the status that stands.',
  labelNames: ['status'],
});

export const alarms = new Counter({
  name: 'processor_alarms_total',
  help: 'What a sound system does not bring: an operator should look.',
  labelNames: ['kind'],
});

// A counter that begins with its first alarm would show no increase.
for (const kind of ['malformed_message', 'stock_not_held', 'no_such_order']) alarms.inc({ kind }, 0);
