import { useState } from 'preact/hooks';
import { usePage } from '../../page-context';
import { usePolled } from '../../state/use-polled';
import { Field } from '../../ui/field';
import { Form } from '../../ui/form';
import { Heading } from '../../ui/heading';
import { ListState } from '../../ui/list-state';
import { Mark } from '../../ui/status-mark';
import { EventFields, eventsOf } from './event-fields';
import { SecretNotice } from './secret-notice';
import { healthOf, webhookHref, webhooksPath, type Webhook } from './webhook';

/** The receivers of events, and a form for another one. */
export function WebhooksView() {
  const { api } = usePage();
  const { value, error, reload } = usePolled(() => api<{ webhooks: Webhook[] }>(webhooksPath), { intervalMs: 10_000 });
  const webhooks = value?.webhooks;
  return (
    <>
      <div class="lead">
        <Heading text="Webhooks" />
        <p>Other systems that are told about orders.</p>
      </div>
      <div class="split even">
        <section class="panel" aria-labelledby="receivers-heading">
          <h2 id="receivers-heading">Receivers</h2>
          <ListState items={webhooks} error={error} reload={reload} empty="None yet." />
          <ul class="rows">
            {webhooks?.map((webhook) => (
              <li key={webhook.id}>
                <div class="what">
                  <a href={webhookHref(webhook.id)}>{webhook.url}</a>
                  <p class="quiet">{webhook.events.join(', ')}</p>
                </div>
                <Mark {...healthOf(webhook)} />
              </li>
            ))}
          </ul>
        </section>
        <NewWebhook onCreated={reload} />
      </div>
    </>
  );
}

function NewWebhook({ onCreated }: { onCreated: () => void }) {
  const { api } = usePage();
  const [secret, setSecret] = useState<string>();
  const create = async ({ url = '' }: Record<string, string>, form: HTMLFormElement) => {
    const body = { url: url.trim(), events: eventsOf(form) };
    setSecret((await api<{ secret: string }>(webhooksPath, { body })).secret);
    form.reset();
    onCreated();
  };
  return (
    <section class="panel" aria-labelledby="new-heading">
      <h2 id="new-heading">New receiver</h2>
      <SecretNotice secret={secret} />
      <Form submit="Add it" work={create}>
        <Field label="Address" name="url" input={{ type: 'url', placeholder: 'https://' }} />
        <EventFields chosen={[]} />
      </Form>
    </section>
  );
}
