import { useState } from 'preact/hooks';
import { usePage } from '../../page-context';
import { useAction } from '../../state/use-action';
import { usePolled } from '../../state/use-polled';
import { ConfirmButton } from '../../ui/confirm-button';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Heading } from '../../ui/heading';
import { Problem } from '../../ui/problem';
import { Skeleton } from '../../ui/skeleton';
import { Mark } from '../../ui/status-mark';
import { Time } from '../../ui/time-text';
import { DeliveriesPanel } from './deliveries-panel';
import { EventFields, eventsOf } from './event-fields';
import { SecretNotice } from './secret-notice';
import { healthOf, webhooksPath, type Webhook } from './webhook';

/** One receiver: what it gets, and what became of it. */
export function WebhookView({ id }: { id: string }) {
  const { api } = usePage();
  const { value, error, reload } = usePolled(() => api<{ webhook: Webhook }>(`${webhooksPath}/${id}`));
  const webhook = value?.webhook;
  return (
    <>
      <p class="back">
        <a href="#/admin/webhooks">← All webhooks</a>
      </p>
      <div class="lead">
        <Heading text="Webhook" />
        <p>{webhook?.url}</p>
      </div>
      <Problem error={error} again={reload} />
      {!webhook && !error && <Skeleton shape="card" count={2} />}
      {webhook && (
        <div class="stack">
          <div class="split even">
            <SettingsPanel webhook={webhook} onChanged={reload} />
            <ActionsPanel webhook={webhook} onChanged={reload} />
          </div>
          <DeliveriesPanel webhookId={id} />
        </div>
      )}
    </>
  );
}

interface PanelProps {
  webhook: Webhook;
  onChanged: () => void;
}

function SettingsPanel({ webhook, onChanged }: PanelProps) {
  const { api } = usePage();
  const [notice, setNotice] = useState('');
  const save = async ({ url = '' }: Record<string, string>, form: HTMLFormElement) => {
    const body = { url: url.trim(), events: eventsOf(form) };
    await api(`${webhooksPath}/${webhook.id}`, { method: 'PATCH', body });
    setNotice('Saved.');
    onChanged();
  };
  return (
    <section class="panel" aria-labelledby="settings-heading">
      <h2 id="settings-heading">What it gets</h2>
      <Form submit="Save" work={save} tone="quiet">
        <Field label="Address" name="url" input={{ type: 'url', defaultValue: webhook.url }} />
        <EventFields chosen={webhook.events} />
      </Form>
      <p class="quiet" role="status">
        {notice}
      </p>
    </section>
  );
}

type Action = 'test' | 'toggle' | 'rotate';

function ActionsPanel({ webhook, onChanged }: PanelProps) {
  const { api } = usePage();
  const path = `${webhooksPath}/${webhook.id}`;
  const [secret, setSecret] = useState<string>();
  const [notice, setNotice] = useState('');
  const act = useAction(async (action: Action) => {
    setNotice('');
    if (action === 'test') await api(`${path}/test`, { method: 'POST' });
    if (action === 'toggle') await api(path, { method: 'PATCH', body: { enabled: !webhook.enabled } });
    if (action === 'rotate')
      setSecret((await api<{ secret: string }>(`${path}/rotate-secret`, { method: 'POST' })).secret);
    if (action === 'test') setNotice('A test event is on its way: see the deliveries.');
    onChanged();
  });
  const button = (action: Action, label: string) => (
    <button type="button" class="button quiet small" disabled={act.isBusy} onClick={() => act.run(action)}>
      {label}
    </button>
  );
  return (
    <section class="panel" aria-labelledby="actions-heading">
      <div class="row">
        <h2 id="actions-heading">How it does</h2>
        <Mark {...healthOf(webhook)} />
      </div>
      {webhook.disabledReason && <p class="quiet">Disabled by the system: {webhook.disabledReason}</p>}
      {webhook.failingSince && (
        <p class="quiet">
          No attempt has succeeded since <Time at={webhook.failingSince} />
        </p>
      )}
      <Problem error={act.error} />
      <SecretNotice secret={secret} />
      <div class="actions">
        {button('test', 'Send a test event')}
        {button('toggle', webhook.enabled ? 'Disable' : 'Enable')}
        {button('rotate', 'Rotate the secret')}
        <ConfirmButton
          label="Delete"
          question="Delete this webhook?"
          explanation="What was not delivered yet will not be sent any more."
          work={async () => {
            await api(path, { method: 'DELETE' });
            location.hash = '#/admin/webhooks';
          }}
        />
      </div>
      <p class="quiet" role="status">
        {notice}
      </p>
    </section>
  );
}
