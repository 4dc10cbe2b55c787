import type { SecretKeys } from './secret-keys';
import type { Receiver, SealedSecret, Webhook } from './webhook';

export interface RenewSecretsNeeds {
  webhooks: {
    list: () => Promise<Receiver[]>;
    replaceSecrets: (present: Receiver, replacement: SealedSecret[]) => Promise<Webhook | undefined>;
  };
  keys: SecretKeys;
  onRenewed: (webhookId: string) => void;
}

/** Encrypts under the first key what another one has encrypted, so that the other one can be removed. */
export const createRenewSecrets =
  ({ webhooks, keys, onRenewed }: RenewSecretsNeeds) =>
  async (): Promise<void> => {
    const all = await webhooks.list();
    if (all.length > 0 && !keys.isReady) throw new Error('there are webhooks, so WEBHOOK_SECRET_KEY must be set');
    for (const webhook of all) {
      if (!webhook.secrets.some(keys.isOutdated)) continue;
      const { webhookId, secrets } = webhook;
      const renewed = secrets.map((secret) => ({ ...secret, ...keys.seal(webhookId, keys.open(webhookId, secret)) }));
      if (await webhooks.replaceSecrets(webhook, renewed)) onRenewed(webhookId);
    }
  };
