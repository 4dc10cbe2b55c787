import type { WebhookEvent } from '@orders/proto/webhook-events';
import { DomainError } from '@orders/shared/errors';
import type { RecordWebhookAct } from './record-webhook-act';
import { hostOf, problemOfUrl } from './receiver-url';
import { webhookListMs } from './record-deliveries';
import { newSecret, type SecretKeys } from './secret-keys';
import { maxWebhooks, previousSecretMs, type Receiver, type SealedSecret, type Webhook } from './webhook';
import type { WebhookChange, WebhookStore } from './webhook-store';

export interface ManageWebhooksNeeds {
  webhooks: Pick<WebhookStore, 'insert' | 'count' | 'list' | 'find' | 'update' | 'remove' | 'replaceSecrets'>;
  keys: SecretKeys;
  allowInsecure: boolean;
  recordAct: RecordWebhookAct;
  newId: () => string;
  now: () => Date;
  wait: (milliseconds: number) => Promise<unknown>;
}

export interface Asked {
  operator: string;
  webhookId: string;
}

// Longer than a list of webhooks is used anywhere, by any clock.
const untilEveryListIsNewMs = webhookListMs + 100;

/** What admins do with webhooks. */
export function createManageWebhooks(needs: ManageWebhooksNeeds) {
  const { webhooks, keys, recordAct, now, wait } = needs;

  const checkUrl = (url: string): void => {
    const problem = problemOfUrl(url, needs.allowInsecure);
    if (problem !== undefined) throw invalidUrl(problem);
  };
  const find = async (webhookId: string): Promise<Receiver> => {
    const found = await webhooks.find(webhookId);
    if (!found) throw webhookNotFound();
    return found;
  };

  return {
    find,
    list: webhooks.list,

    /** Adds a webhook; once this has answered, every order that is then placed is reported to it. */
    create: async ({ operator, url, events }: { operator: string; url: string; events: WebhookEvent[] }) => {
      checkUrl(url);
      if ((await webhooks.count()) >= maxWebhooks) throw tooManyWebhooks();
      const [webhookId, secret, at] = [needs.newId(), newSecret(), now()];
      const secrets = [keys.seal(webhookId, secret)];
      const complete = await recordAct({ act: 'create', operator, webhookId, about: hostOf(url) });
      const webhook: Receiver = { webhookId, url, events, enabled: true, createdAt: at, updatedAt: at, secrets };
      await webhooks.insert(webhook);
      await Promise.all([complete('created'), wait(untilEveryListIsNewMs)]);
      return { webhook, secret };
    },

    /** Changes what is given. */
    update: async ({ operator, webhookId, ...change }: Asked & WebhookChange): Promise<Webhook> => {
      if (change.url !== undefined) checkUrl(change.url);
      await find(webhookId);
      const { url, ...rest } = change;
      const about = JSON.stringify({ ...(url !== undefined && { host: hostOf(url) }), ...rest });
      const complete = await recordAct({ act: 'update', operator, webhookId, about });
      const updated = await webhooks.update(webhookId, change, now());
      if (!updated) throw webhookNotFound();
      await Promise.all([complete('updated'), wait(untilEveryListIsNewMs)]);
      return updated;
    },

    remove: async ({ operator, webhookId }: Asked): Promise<void> => {
      const { url } = await find(webhookId);
      const complete = await recordAct({ act: 'delete', operator, webhookId, about: hostOf(url) });
      if (!(await webhooks.remove(webhookId))) throw webhookNotFound();
      await complete('deleted');
    },

    /** Makes a new secret; the one before it signs for another day. */
    rotateSecret: async ({ operator, webhookId }: Asked) => {
      const present = await find(webhookId);
      const secret = newSecret();
      const complete = await recordAct({ act: 'rotate-secret', operator, webhookId });
      const replacement = [keys.seal(webhookId, secret), ...previousOf(present, now())];
      const webhook = await webhooks.replaceSecrets(present, replacement);
      if (!webhook) {
        await Promise.all([complete('not rotated: another request was faster'), find(webhookId)]);
        throw secretJustRotated();
      }
      await complete('rotated');
      return { webhook, secret };
    },
  };
}

export type ManageWebhooks = ReturnType<typeof createManageWebhooks>;

/** Only the last one: whoever rotates twice in a day wants the first one gone. */
const previousOf = ({ secrets: [present] }: Receiver, at: Date): SealedSecret[] =>
  present ? [{ ...present, validUntil: new Date(at.getTime() + previousSecretMs) }] : [];

export const webhookNotFound = () =>
  new DomainError('NOT_FOUND', { code: 'WEBHOOK_NOT_FOUND', message: 'there is no such webhook' });

// Done once more it would end the secret that receivers still have.
const secretJustRotated = () =>
  new DomainError('ILLEGAL_STATE', {
    code: 'SECRET_JUST_ROTATED',
    message: 'another request has just replaced the secret; use the secret of its answer',
  });

const tooManyWebhooks = () =>
  new DomainError('ILLEGAL_STATE', {
    code: 'TOO_MANY_WEBHOOKS',
    message: `there are ${String(maxWebhooks)} webhooks already; delete one first`,
  });

const invalidUrl = (message: string) =>
  new DomainError('INVALID', {
    code: 'VALIDATION_FAILED',
    message: 'the request is not valid',
    details: [{ path: 'url', message }],
  });
