import type { SecretKeys } from './secret-keys';
import { isInUse, type Receiver, type SealedSecret, type Webhook } from './webhook';

export interface RenewSecretsNeeds {
  webhooks: {
    list: () => Promise<Receiver[]>;
    replaceSecrets: (present: Receiver, replacement: SealedSecret[]) => Promise<Webhook | undefined>;
  };
  keys: SecretKeys;
  now: () => Date;
  onRenewed: (webhookId: string) => void;
  /** Called with each webhook whose secret could not be renewed; the others are. */
  onFailure: (failure: { webhookId: string; error: unknown }) => void;
}

/** Encrypts under the first key what another one has encrypted, so that the other one can be removed. */
export const createRenewSecrets =
  ({ webhooks, keys, now, onRenewed, onFailure }: RenewSecretsNeeds) =>
  async (): Promise<void> => {
    const all = await webhooks.list();
    if (all.length > 0 && !keys.isReady) throw new Error('there are webhooks, so WEBHOOK_SECRET_KEY must be set');
    for (const webhook of all) {
      const { webhookId } = webhook;
      const secrets = webhook.secrets.filter((secret) => isInUse(secret, now()));
      if (!secrets.some(keys.isOutdated)) continue;
      try {
        const renewed = secrets.map((secret) => ({ ...secret, ...keys.seal(webhookId, keys.open(webhookId, secret)) }));
        if (await webhooks.replaceSecrets(webhook, renewed)) onRenewed(webhookId);
      } catch (error) {
        onFailure({ webhookId, error });
      }
    }
  };
