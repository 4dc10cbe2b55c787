import '@orders/shared/start-telemetry';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createProbes } from '@orders/shared/probes';
import { createRedis, redisAddress } from '@orders/shared/redis';
import { run } from '@orders/shared/run';
import { createAuthClient } from './clients/auth-client';
import { createDevMailbox } from './clients/dev-mailbox';
import { createInventoryClient } from './clients/inventory-client';
import { createOrderClient } from './clients/order-client';
import { createProcessorClient } from './clients/processor-client';
import { composeGateway } from './compose';
import { readGatewayConfig } from './config';
import { createHttpServer } from './http/server/http-server';

const config = readGatewayConfig();
const log = createLog({ service: 'gateway', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const tls = createGrpcTls({ config, log });

const redis = createRedis({ ...redisAddress(config), log });
const clients = {
  auth: createAuthClient(config.AUTH_GRPC_ADDRESSES, tls),
  order: createOrderClient(config.ORDER_GRPC_ADDRESSES, config.CURRENCY, tls),
  inventory: createInventoryClient(config.INVENTORY_GRPC_ADDRESSES, tls),
  processor: createProcessorClient(config.PROCESSOR_GRPC_ADDRESSES, tls),
};
const localStack = config.NODE_ENV === 'production' ? undefined : config.AWS_ENDPOINT_URL;
const { listener, signingKeys, orderEvents } = composeGateway({
  config,
  ...clients,
  redis: redis.client,
  readMails: localStack === undefined ? undefined : createDevMailbox(localStack),
  now: Date.now,
  monotonicMs: performance.now.bind(performance),
  log,
});

collectProcessMetrics();
void run({
  log,
  drainDelayMs: config.DRAIN_DELAY_MS,
  ports: { PORT: config.PORT, GATEWAY_METRICS_PORT: config.GATEWAY_METRICS_PORT },
  probes: createProbes({
    host: config.LISTEN_HOST,
    port: config.GATEWAY_METRICS_PORT,
    checks: [
      { name: "auth's keys", required: true, check: signingKeys.ping },
      ...Object.entries({ ...clients, redis }).map(([name, { ping }]) => ({ name, required: false, check: ping })),
    ],
  }),
  parts: [
    { name: 'redis', ...redis },
    ...Object.entries(clients).map(([name, { stop }]) => ({ name: `${name} client`, start: () => undefined, stop })),
    signingKeys,
    createHttpServer({
      host: config.LISTEN_HOST,
      port: config.PORT,
      keepAliveSeconds: config.KEEP_ALIVE_SECONDS,
      listener,
    }),
    orderEvents,
  ],
});
