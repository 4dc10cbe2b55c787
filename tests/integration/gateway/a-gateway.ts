import { createAdminClient } from '@orders/gateway/clients/admin-client';
import { createAuthClient } from '@orders/gateway/clients/auth-client';
import type { DevMailbox } from '@orders/gateway/clients/dev-mailbox';
import { createInventoryClient } from '@orders/gateway/clients/inventory-client';
import { createOrderClient } from '@orders/gateway/clients/order-client';
import { createProcessorClient } from '@orders/gateway/clients/processor-client';
import { createSigningKeys } from '@orders/gateway/clients/signing-keys';
import { createAdmission } from '@orders/gateway/http/server/admission';
import { createApp } from '@orders/gateway/http/server/app';
import { createAuthenticate } from '@orders/gateway/http/server/authenticate';
import { createSessionCookies } from '@orders/gateway/http/accounts/session-cookies';
import { createGuessGuard } from '@orders/gateway/http/accounts/guard-guesses';
import { createOpenApiDocument } from '@orders/gateway/http/server/openapi-document';
import { createOrderEvents } from '@orders/gateway/http/orders/order-events';
import { createPages } from '@orders/gateway/http/server/pages';
import { createRateLimit } from '@orders/gateway/http/server/rate-limit';
import { createRoutes } from '@orders/gateway/http/routes';
import { createHttpServer } from '@orders/gateway/http/server/http-server';
import { createVerifyToken } from '@orders/gateway/http/server/verify-token';
import { createRedis } from '@orders/shared/redis';
import { randomUUID } from 'node:crypto';
import { silentLog } from '../../support/test-database';
import { startFakeServices, type Fakes } from './fake-services';
import { aKeySet } from './tokens';

export interface GatewayOptions {
  signInLimit?: number;
  signInClientLimit?: number;
  registerLimit?: number;
  ordersLimit?: number;
  corsOrigins?: string[];
  isProduction?: boolean;
  maxInFlight?: number;
  timeLimitMs?: number;
  /** Absent in production. */
  readMails?: DevMailbox;
  redis?: { host: string; port: number };
  now?: () => number;
}

const nowhere = { host: '127.0.0.1', port: 1 };
const usual = { corsOrigins: [], isProduction: false, maxInFlight: 1_000, timeLimitMs: 4_700, now: () => Date.now() };

export type TestGateway = Awaited<ReturnType<typeof aGateway>>;

const started: { stop: () => Promise<void> }[] = [];

/** Stops every gateway of a test file, also after a failure. */
export async function stopGateways(): Promise<void> {
  await Promise.all(started.splice(0).map((gateway) => gateway.stop()));
}

/** The real application on a real port, in front of services that answer what the test says. */
export async function aGateway(options: GatewayOptions = {}) {
  const { corsOrigins, isProduction, maxInFlight, timeLimitMs, now } = { ...usual, ...options };
  const keySet = aKeySet();
  const fakes: Fakes = { auth: { ListKeys: () => keySet.published() }, inventory: {}, order: {}, processor: {} };
  const services = await startFakeServices(fakes);
  const redis = createRedis({ ...(options.redis ?? nowhere), log: silentLog });
  if (options.redis) await redis.client.connect();

  const auth = createAuthClient(services.address);
  const inventory = createInventoryClient(services.address, randomUUID);
  const orders = createOrderClient(services.address);
  const processor = createProcessorClient(services.address);
  const admin = createAdminClient({ order: services.address, inventory: services.address });
  const signingKeys = createSigningKeys({
    listKeys: auth.listKeys,
    onChange: () => tokens.forget(),
    now,
    log: silentLog,
  });
  const tokens = createVerifyToken({ signingKeys, now });
  const events = createOrderEvents();
  const limitOf = (name: string, points = 0) => createRateLimit({ name, points, redis: redis.client, now });

  const routes = createRoutes({
    accounts: {
      auth,
      signingKeys,
      cookies: createSessionCookies(isProduction),
      limits: {
        register: limitOf('register', options.registerLimit),
        signIn: limitOf('sign-in-client', options.signInClientLimit),
      },
      guardGuesses: createGuessGuard(limitOf('sign-in', options.signInLimit)),
    },
    orders: { orders, events, limit: limitOf('orders', options.ordersLimit) },
    products: { inventory },
    administration: { admin, processor },
    development: { readMails: options.readMails },
  });
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    listener: createApp({
      routes,
      pages: createPages(createOpenApiDocument(routes)),
      authenticate: createAuthenticate(tokens.verifyToken),
      admission: createAdmission(maxInFlight),
      corsOrigins,
      trustProxy: false,
      isProduction,
      timeLimitMs,
      log: silentLog,
    }),
  });
  await server.start();

  const gateway = {
    url: server.address(),
    routes,
    fakes,
    keySet,
    services,
    drain: async () => {
      events.stop();
      await server.stop();
    },
    stop: async () => {
      events.stop();
      await server.stop();
      for (const part of [signingKeys, auth, inventory, orders, processor, admin, redis, services]) part.stop();
    },
  };
  started.push(gateway);
  return gateway;
}
