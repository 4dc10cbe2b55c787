import {
  addresses,
  addressesMeaning,
  flag,
  nodeEnv,
  port,
  readConfig,
  required,
  wholeNumber,
} from '@orders/shared/config';
import {
  databaseVariables,
  grpcTlsVariables,
  listenVariables,
  logVariables,
  queueVariables,
  shopVariables,
  reservationTtlSeconds,
} from '@orders/shared/variables';
import { z } from 'zod';

const senderForm = /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

const publicUrl = z
  .string()
  .optional()
  .transform((text, context) => {
    if (text === undefined || text === '') return undefined;
    const url = URL.parse(text);
    const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
    if (!isPlain)
      context.addIssue('must be an http or https URL without query and fragment, such as https://shop.example');
    return text.replace(/\/+$/, '');
  });

// Fixed, so that a development system reads its webhooks after every restart; a production one has no default.
const developmentKey = 'a development key that encrypts nothing worth stealing';

/** The variables that the processor reads. */
export const processorVariables = {
  NODE_ENV: nodeEnv,
  ...listenVariables,
  ...grpcTlsVariables,
  ...logVariables,
  ...databaseVariables('PROCESSOR'),
  ...queueVariables,
  ...shopVariables,
  PROCESSOR_GRPC_PORT: port(50_054).describe('gRPC port.'),
  PROCESSOR_METRICS_PORT: port(9_464).describe('Port of metrics and health.'),
  AWS_SES_SENDER_EMAIL: required('the address that mails come from')
    .regex(senderForm, 'must be an address, or of the form Name <address>')
    .describe('The verified SES identity that mails come from: an address, or `Name <address>`.'),
  AWS_SES_CONFIGURATION_SET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be the name of a configuration set: letters, digits, - and _')
    .optional()
    .describe('Configuration set of SES that mails are sent with, for its events, metrics and dedicated addresses.'),
  MAIL_RATE_PER_SECOND: z.coerce
    .number()
    .positive()
    .max(10_000)
    .optional()
    .describe(
      "Mails per second; without it, the SES account's quota. `make up` sets 200, because LocalStack reports 1.",
    ),
  INVENTORY_GRPC_ADDRESSES: addresses(50_052).describe(addressesMeaning('inventory')),
  ORDER_GRPC_ADDRESSES: addresses(50_053).describe(addressesMeaning('order')),
  AUTH_GRPC_ADDRESSES: addresses(50_051).describe(addressesMeaning('auth')),
  PORT: port(3_000).describe('Port of the REST API, for the default of `PUBLIC_URL`.'),
  PUBLIC_URL: publicUrl.describe(
    "Where users reach the shop: the base of the links in mails. By default the gateway's own address, `http://127.0.0.1:PORT`.",
  ),
  SETTLE_PATIENCE_SECONDS: wholeNumber(1, 3_600, 120).describe(
    'Seconds for which received messages wait for an unavailable service before they go back to the queue.',
  ),
  AUDIT_INTERVAL_SECONDS: wholeNumber(0, 604_800, 3_600).describe(
    'Seconds from the end of one audit of the whole system to the start of the next; 0 turns it off.',
  ),
  WEBHOOK_SECRET_KEY: z
    .string()
    .default(() => (process.env['NODE_ENV'] === 'production' ? '' : developmentKey))
    .transform((text) => text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])))
    .refine(
      (keys) => keys.length <= 2 && keys.every((key) => key.length >= 32),
      'must be a random text of at least 32 characters, as "openssl rand -base64 32" prints, or two with a comma between them',
    )
    .describe(
      'Encrypts the secrets of webhooks: at least 32 random characters, required in production once there is a webhook. While a key is replaced, the new and the old one, separated by a comma.',
    ),
  WEBHOOK_ALLOW_INSECURE: flag(false).describe(
    'Allows webhooks over http and to private addresses; `make up` sets true.',
  ),
  // The audit must know how long a reservation without an order may live.
  RESERVATION_TTL_SECONDS: reservationTtlSeconds,
};

export const readProcessorConfig = () => readConfig(processorVariables);

/** What the step that makes the indexes needs. */
export const readMigrateConfig = () => readConfig({ ...databaseVariables('PROCESSOR'), ...logVariables });

/** Where `npm run mail:preview` writes. */
export const readPreviewConfig = () => readConfig({ RUN_DIR: z.string().default('.run') });
