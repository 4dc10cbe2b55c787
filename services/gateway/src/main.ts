import '@orders/shared/start-telemetry';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createProbes } from '@orders/shared/probes';
import { createRedis } from '@orders/shared/redis';
import { run } from '@orders/shared/run';
import { randomUUID } from 'node:crypto';
import { createAdminClient } from './clients/admin-client';
import { createAuthClient } from './clients/auth-client';
import { createDevMailbox } from './clients/dev-mailbox';
import { createInventoryClient } from './clients/inventory-client';
import { createOrderClient } from './clients/order-client';
import { createProcessorClient } from './clients/processor-client';
import { createSigningKeys } from './clients/signing-keys';
import { readGatewayConfig } from './config';
import { createAdmission } from './http/server/admission';
import { createApp } from './http/server/app';
import { createAuthenticate } from './http/server/authenticate';
import { createSessionCookies } from './http/accounts/session-cookies';
import { createGuessGuard } from './http/accounts/guard-guesses';
import { createOpenApiDocument } from './http/server/openapi-document';
import { createOrderEvents } from './http/orders/order-events';
import { createPages } from './http/server/pages';
import { createRateLimit } from './http/server/rate-limit';
import { createRoutes } from './http/routes';
import { createHttpServer } from './http/server/http-server';
import { createVerifyToken } from './http/server/verify-token';

const config = readGatewayConfig();
const isProduction = config.NODE_ENV === 'production';
const log = createLog({ service: 'gateway', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const tls = createGrpcTls({ config, log });
const now = () => Date.now();

const redis = createRedis({ host: config.REDIS_HOST, port: config.REDIS_PORT, log });
const auth = createAuthClient(config.AUTH_GRPC_ADDRESSES, tls);
const inventory = createInventoryClient(config.INVENTORY_GRPC_ADDRESSES, randomUUID, tls);
const orders = createOrderClient(config.ORDER_GRPC_ADDRESSES, tls);
const processor = createProcessorClient(config.PROCESSOR_GRPC_ADDRESSES, tls);
const admin = createAdminClient(
  { order: config.ORDER_GRPC_ADDRESSES, inventory: config.INVENTORY_GRPC_ADDRESSES },
  tls,
);
const localStack = isProduction ? undefined : config.AWS_ENDPOINT_URL;

const signingKeys = createSigningKeys({ listKeys: auth.listKeys, onChange: () => tokens.forget(), now, log });
const tokens = createVerifyToken({ signingKeys, now });
const events = createOrderEvents();

const limitOf = (name: string, points: number) => createRateLimit({ name, points, redis: redis.client, now });
const routes = createRoutes({
  accounts: {
    auth,
    signingKeys,
    cookies: createSessionCookies(isProduction),
    limits: {
      register: limitOf('register', config.RATE_LIMIT_REGISTER),
      signIn: limitOf('sign-in-client', config.RATE_LIMIT_SIGN_IN_CLIENT),
    },
    guardGuesses: createGuessGuard(limitOf('sign-in', config.RATE_LIMIT_SIGN_IN)),
  },
  orders: { orders, events, limit: limitOf('orders', config.RATE_LIMIT_ORDERS) },
  products: { inventory },
  administration: { admin, processor },
  development: { readMails: localStack === undefined ? undefined : createDevMailbox(localStack) },
});

const server = createHttpServer({
  host: config.LISTEN_HOST,
  port: config.PORT,
  listener: createApp({
    routes,
    pages: createPages(createOpenApiDocument(routes), { traceViewerUrl: config.TRACE_VIEWER_URL }),
    authenticate: createAuthenticate(tokens.verifyToken),
    admission: createAdmission(config.MAX_REQUESTS_IN_FLIGHT),
    corsOrigins: config.CORS_ORIGINS,
    trustProxy: config.TRUST_PROXY,
    isProduction,
    timeLimitMs: 4_700,
    log,
  }),
});

const keysHeld = () => (signingKeys.current() ? Promise.resolve() : Promise.reject(new Error('no keys yet')));

collectProcessMetrics();
void run({
  log,
  drainDelayMs: config.DRAIN_DELAY_MS,
  probes: createProbes({
    host: config.LISTEN_HOST,
    port: config.GATEWAY_METRICS_PORT,
    checks: [
      { name: "auth's keys", required: true, check: keysHeld },
      { name: 'auth', required: false, check: auth.ping },
      { name: 'order', required: false, check: orders.ping },
      { name: 'inventory', required: false, check: inventory.ping },
      { name: 'processor', required: false, check: processor.ping },
      { name: 'redis', required: false, check: redis.ping },
    ],
  }),
  parts: [
    { name: 'redis', start: redis.start, stop: redis.stop },
    { name: 'auth client', start: () => undefined, stop: auth.stop },
    { name: 'inventory client', start: () => undefined, stop: inventory.stop },
    { name: 'order client', start: () => undefined, stop: orders.stop },
    { name: 'processor client', start: () => undefined, stop: processor.stop },
    { name: 'admin client', start: () => undefined, stop: admin.stop },
    signingKeys,
    server,
    events,
  ],
});
