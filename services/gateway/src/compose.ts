import type { Log } from '@orders/shared/log';
import type { RequestListener } from 'node:http';
import type { Redis } from 'ioredis';
import type { AdminClient } from './clients/admin-client';
import type { AuthClient } from './clients/auth-client';
import type { DevMailbox } from './clients/dev-mailbox';
import type { InventoryClient } from './clients/inventory-client';
import type { OrderClient } from './clients/order-client';
import type { ProcessorClient } from './clients/processor-client';
import { createSigningKeys } from './clients/signing-keys';
import type { GatewayConfig } from './config';
import { createGuessGuard } from './http/accounts/guard-guesses';
import { createSessionCookies } from './http/accounts/session-cookies';
import { createOrderEvents } from './http/orders/order-events';
import { createRoutes } from './http/routes';
import { createAdmission } from './http/server/admission';
import { createApp } from './http/server/app';
import { createAuthenticate } from './http/server/authenticate';
import { createOpenApiDocument } from './http/server/openapi-document';
import { createPages } from './http/server/pages';
import { createRateLimit } from './http/server/rate-limit';
import { createVerifyToken } from './http/server/verify-token';

export type GatewaySettings = Pick<
  GatewayConfig,
  | 'NODE_ENV'
  | 'RATE_LIMIT_SIGN_IN'
  | 'RATE_LIMIT_SIGN_IN_CLIENT'
  | 'RATE_LIMIT_REGISTER'
  | 'RATE_LIMIT_ORDERS'
  | 'MAX_REQUESTS_IN_FLIGHT'
  | 'TRUST_PROXY'
  | 'CORS_ORIGINS'
  | 'TRACE_VIEWER_URL'
>;

export interface GatewayAdapters {
  settings: GatewaySettings;
  auth: AuthClient;
  inventory: InventoryClient;
  order: OrderClient;
  processor: ProcessorClient;
  admin: AdminClient;
  redis: Redis;
  /** Absent in production and without LocalStack. */
  readMails: DevMailbox | undefined;
  now: () => number;
  log: Log;
  /** When a request without an answer gets one, in milliseconds. */
  timeLimitMs?: number;
}

/** The gateway made of its adapters: what answers requests, and the parts that run beside it. */
export function composeGateway({ settings, now, log, ...adapters }: GatewayAdapters) {
  const isProduction = settings.NODE_ENV === 'production';
  const signingKeys = createSigningKeys({
    listKeys: adapters.auth.listKeys,
    onChange: () => tokens.forget(),
    now,
    log,
  });
  const tokens = createVerifyToken({ signingKeys, now });
  const orderEvents = createOrderEvents(now);
  const routes = routesOf({ settings, now, log, ...adapters }, { signingKeys, orderEvents });

  const listener: RequestListener = createApp({
    routes,
    pages: createPages(createOpenApiDocument(routes), { traceViewerUrl: settings.TRACE_VIEWER_URL }),
    authenticate: createAuthenticate(tokens.verifyToken),
    admission: createAdmission(settings.MAX_REQUESTS_IN_FLIGHT),
    corsOrigins: settings.CORS_ORIGINS,
    trustProxy: settings.TRUST_PROXY,
    isProduction,
    timeLimitMs: adapters.timeLimitMs ?? 4_700,
    log,
  });
  return { routes, listener, signingKeys, orderEvents };
}

interface GatewayParts {
  signingKeys: ReturnType<typeof createSigningKeys>;
  orderEvents: ReturnType<typeof createOrderEvents>;
}

function routesOf({ settings, redis, now, ...adapters }: GatewayAdapters, { signingKeys, orderEvents }: GatewayParts) {
  const limitOf = (name: string, points: number) => createRateLimit({ name, points, redis, now });
  return createRoutes({
    accounts: {
      auth: adapters.auth,
      signingKeys,
      cookies: createSessionCookies(settings.NODE_ENV === 'production'),
      limits: {
        register: limitOf('register', settings.RATE_LIMIT_REGISTER),
        signIn: limitOf('sign-in-client', settings.RATE_LIMIT_SIGN_IN_CLIENT),
      },
      guardGuesses: createGuessGuard(limitOf('sign-in', settings.RATE_LIMIT_SIGN_IN)),
    },
    orders: { orders: adapters.order, events: orderEvents, limit: limitOf('orders', settings.RATE_LIMIT_ORDERS) },
    products: { inventory: adapters.inventory },
    administration: { admin: adapters.admin, processor: adapters.processor },
    development: { readMails: adapters.readMails },
  });
}
