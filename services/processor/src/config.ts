import { addresses, port, readConfig, required, wholeNumber } from '@orders/shared/config';
import {
  databaseVariables,
  grpcTlsVariables,
  listenVariables,
  logVariables,
  queueVariables,
} from '@orders/shared/variables';
import { z } from 'zod';

const senderForm = /^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/;

/** What the environment must say to the processor. */
export const readProcessorConfig = () =>
  readConfig({
    ...listenVariables,
    ...grpcTlsVariables,
    ...logVariables,
    ...databaseVariables,
    ...queueVariables,
    PROCESSOR_GRPC_PORT: port(50_054),
    PROCESSOR_METRICS_PORT: port(9_464),
    AWS_SES_SENDER_EMAIL: required('the address that mails come from').regex(
      senderForm,
      'is no address, and not of the form Name <address>',
    ),
    /** Mails a second; without it, what the account's quota allows. */
    MAIL_RATE_PER_SECOND: z.coerce.number().positive().max(10_000).optional(),
    INVENTORY_GRPC_ADDRESSES: addresses(50_052),
    ORDER_GRPC_ADDRESSES: addresses(50_053),
    AUTH_GRPC_ADDRESSES: addresses(50_051),
    /** How long messages in hand wait for a service that is away before they go back to the queue. */
    SETTLE_PATIENCE_SECONDS: wholeNumber(1, 3_600, 120),
    /** From the end of one audit of the whole system to the start of the next; 0 is none. */
    AUDIT_INTERVAL_SECONDS: wholeNumber(0, 604_800, 3_600),
    /** As the order service has it: an audit must know how long a reservation without an order may live. */
    RESERVATION_TTL_SECONDS: wholeNumber(10, 86_400, 60),
  });

/** What the step that makes the indexes needs. */
export const readMigrateConfig = () => readConfig({ ...databaseVariables, ...logVariables });

/** Where `npm run mail:preview` writes. */
export const readPreviewConfig = () => readConfig({ RUN_DIR: z.string().default('.run') });
