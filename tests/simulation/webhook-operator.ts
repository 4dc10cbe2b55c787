import type { ProcessorApi } from './apis';
import { moods } from './receivers';
import { callReplica } from './replicas';
import { createSimulatedProcess } from './simulated-process';
import type { System } from './system';
import { randomEvents, webhookNamed, type SimulatedWebhooks } from './webhooks';

const operator = 'an admin';
const ignoreFailure = () => undefined;

/** An admin of webhooks, whose calls fail like all others'. */
function createWebhookAdmin(system: System, { tables, watched, watch, random }: SimulatedWebhooks) {
  const { world } = system;
  const process = createSimulatedProcess(world, { name: 'admin', skewMs: 0, onCrash: () => undefined });
  const from = { ...process, crash: () => undefined };
  const call = <Answer>(what: string, work: (api: ProcessorApi) => Promise<Answer>) => {
    world.timeline.record('admin', what);
    return callReplica(world, { from, to: system.processor, what, timeoutMs: 10_000, work });
  };

  const enable = (webhookId: string) =>
    call(`enables ${webhookId}`, ({ webhooks }) => webhooks.update({ operator, webhookId, enabled: true })).then(() => {
      const webhook = watched.get(webhookId);
      if (webhook) watch(webhook);
    }, ignoreFailure);
  const resend = (deliveryId: string, webhookId: string) => {
    call(`sends ${deliveryId} again`, (api) => api.deliveries.resend({ operator, webhookId, deliveryId })).catch(
      ignoreFailure,
    );
  };

  return {
    create: (number: number) => {
      const { url } = webhookNamed(number);
      const events = randomEvents(random);
      call(`creates a webhook for ${url}`, ({ webhooks }) => webhooks.create({ operator, url, events })).then(
        ({ webhook }) => watch({ webhookId: webhook.webhookId, url, events }),
        ignoreFailure,
      );
    },
    disable: () => {
      if (tables.webhooks.size === 0) return;
      const webhookId = random.pick([...tables.webhooks.keys()]);
      call(`disables ${webhookId}`, ({ webhooks }) => webhooks.update({ operator, webhookId, enabled: false })).then(
        () => enable(webhookId),
        ignoreFailure,
      );
    },
    resendOne: () => {
      if (tables.deliveries.size === 0) return;
      const { deliveryId, webhookId } = random.pick([...tables.deliveries.values()]);
      resend(deliveryId, webhookId);
    },
    /** What an admin does once receivers work again. */
    repair: () => {
      for (const { webhookId, enabled } of tables.webhooks.values()) if (!enabled) void enable(webhookId);
      for (const { deliveryId, webhookId, state } of tables.deliveries.values())
        if (state === 'failed') resend(deliveryId, webhookId);
    },
  };
}

const repairEveryMs = 15_000;

/** Schedules what receivers and admins do until the time is over, and repairs after it. */
export function startWebhookActs(system: System, untilMs: number): void {
  const { webhooks, world } = system;
  if (!webhooks) return;
  const { random, receivers, tables } = webhooks;
  const admin = createWebhookAdmin(system, webhooks);
  const sometimes = (probability: number, max: number, work: () => void) => {
    if (!random.chance(probability)) return;
    for (let count = random.integer(1, max); count > 0; count -= 1)
      world.scheduler.after(random.between(0, untilMs), work);
  };
  const change = () => {
    if (tables.webhooks.size > 0) receivers.change(random.pick([...tables.webhooks.values()]).url, random.pick(moods));
  };

  sometimes(0.7, 4, change);
  sometimes(0.4, 1, () => admin.create(3));
  sometimes(0.2, 2, admin.disable);
  sometimes(0.3, 2, admin.resendOne);
  const repair = () => {
    admin.repair();
    world.scheduler.after(repairEveryMs, repair);
  };
  world.scheduler.after(untilMs + 1_000, repair);
}
