import { createSchema } from 'zod-openapi';
import { version } from '../server/openapi-document';
import { deadLetter, queueMessages, webhookMessages, type MessageKind } from './message-schemas';

interface Channel {
  title: string;
  description: string;
  messages: MessageKind[];
}

// Their addresses are settings of each deployment, which AsyncAPI says by null.
const channels = {
  orders: {
    title: 'Queue of orders',
    description: 'The standard SQS queue of `AWS_SQS_QUEUE_URL`. At least once, in no promised order.',
    messages: queueMessages,
  },
  deadLetters: {
    title: 'Dead letters',
    description: 'The SQS queue `<queue>-dlq`: what cannot be understood, and what failed five times.',
    messages: [deadLetter],
  },
  webhooks: {
    title: 'Webhooks',
    description: 'The URL of each receiver that an admin has registered. At least once, in no promised order.',
    messages: webhookMessages,
  },
} satisfies Record<string, Channel>;

type ChannelName = keyof typeof channels;

/** The AsyncAPI 3 document of what is sent, derived from the schemas of what is sent. */
export function createAsyncApiDocument(): object {
  const schemas: Record<string, object> = {};
  const messages = Object.fromEntries(
    Object.entries(channels).flatMap(([channel, { messages: kinds }]) =>
      kinds.map((kind) => [messageIdOf(channel, kind), messageOf(kind, schemas)]),
    ),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Order placing: messages and webhooks',
      version,
      description: 'What the services send to each other through the queue, and to receivers of webhooks.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(Object.entries(channels).map(([name, channel]) => [name, channelOf(name, channel)])),
    operations: {
      sendOrderMessage: operationOf('send', 'orders', 'The order service sends what stands in the outbox of an order.'),
      receiveOrderMessage: operationOf('receive', 'orders', 'The processor settles the order.'),
      moveToDeadLetters: operationOf('send', 'deadLetters', 'The processor, or SQS, moves what cannot be settled.'),
      sendEvent: {
        ...operationOf('send', 'webhooks', 'The processor posts an event to a receiver, again until it answers 2xx.'),
        bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
      },
    },
    components: { messages, schemas },
  };
}

function messageOf({ name, summary, headers, payload, example }: MessageKind, schemas: Record<string, object>) {
  const schemaOf = (schema: MessageKind['payload']) => {
    // Of a schema for input, since fields may be added to what is sent.
    const { schema: described, components } = createSchema(schema, { io: 'input' });
    Object.assign(schemas, components);
    return described;
  };
  const content = { headers: schemaOf(headers), payload: schemaOf(payload) };
  return { name, summary, contentType: 'application/json', ...content, examples: [{ payload: example }] };
}

const channelOf = (name: string, { title, description, messages }: Channel) => ({
  address: null,
  title,
  description,
  messages: Object.fromEntries(
    messages.map((kind) => [kind.name, { $ref: `#/components/messages/${messageIdOf(name, kind)}` }]),
  ),
});

const operationOf = (action: 'send' | 'receive', channel: ChannelName, summary: string) => ({
  action,
  channel: { $ref: `#/channels/${channel}` },
  summary,
  messages: channels[channel].messages.map(({ name }) => ({ $ref: `#/channels/${channel}/messages/${name}` })),
});

// An event has the name of a message on the queue, and another content.
const messageIdOf = (channel: string, { name }: MessageKind) => `${channel}.${name}`;
