import { randomUUID } from 'node:crypto';
import type { Log } from '@orders/shared/log';
import type { RedisClient } from '@orders/shared/redis';
import { requestAnswerMs, unreadAnswerMs } from '@orders/shared/time-limits';
import type { AuthClient } from './clients/auth-client';
import type { DevMailbox } from './clients/dev-mailbox';
import type { InventoryClient } from './clients/inventory-client';
import type { OrderClient } from './clients/order-client';
import type { ProcessorClient } from './clients/processor-client';
import { createSigningKeys, type SigningKeys } from './clients/signing-keys';
import type { GatewayConfig } from './config';
import { accountRoutes } from './http/accounts/account-routes';
import { createGuessGuard } from './http/accounts/guard-guesses';
import { createKnownClients } from './http/accounts/known-clients';
import { createSessionCookies } from './http/accounts/session-cookies';
import { adminRoutes } from './http/admin/admin-routes';
import { auditLogRoute } from './http/admin/audit-log-route';
import { createCatalogueCache } from './http/catalogue/catalogue-cache';
import { catalogueRoutes } from './http/catalogue/catalogue-routes';
import { devMailRoute } from './http/dev-mail-route';
import { createOrderEvents, eventStreamPlaces, orderEventsRoute, type OrderEvents } from './http/orders/order-events';
import { orderMailRoute } from './http/orders/order-mail-route';
import { orderRoutes } from './http/orders/order-routes';
import { createAdmission } from './http/server/admission';
import { createApp } from './http/server/app';
import { createAuthentication } from './http/server/authenticate';
import { createDownloads, downloadPlaces } from './http/server/downloads';
import { createGrowingWaits } from './http/server/growing-waits';
import { createOpenApiDocument } from './http/server/openapi-document';
import { createPages } from './http/server/pages';
import { createRateLimit } from './http/server/rate-limit';
import { createStreamPlaces } from './http/server/stream-places';
import { createAsyncApiDocument } from './http/webhooks/asyncapi-document';
import { webhookRoutes } from './http/webhooks/webhook-routes';
import { withTag, type Route } from './http/server/route';

export interface GatewayAdapters {
  config: GatewayConfig;
  auth: AuthClient;
  inventory: InventoryClient;
  order: OrderClient;
  processor: ProcessorClient;
  redis: RedisClient;
  /** Absent in production and without LocalStack. */
  readMails: DevMailbox | undefined;
  now: () => number;
  /** Never goes back, whatever is done to the clock of `now`. */
  monotonicMs: () => number;
  log: Log;
  /** When a request without an answer gets one, in milliseconds. */
  timeLimitMs?: number;
}

/** The gateway made of its adapters: the listener for requests, and the two parts that run beside it. */
export function composeGateway(adapters: GatewayAdapters) {
  const { config, auth, redis, now, log, timeLimitMs = requestAnswerMs } = adapters;
  const onChange = () => authentication.clearCache();
  const signingKeys = createSigningKeys({ listKeys: auth.listKeys, onChange, now, log });
  const authentication = createAuthentication({ signingKeys, now });
  const orderEvents = createOrderEvents({
    places: createStreamPlaces({ redis, newId: randomUUID, ...eventStreamPlaces }),
    now,
    random: Math.random,
  });
  const routes = createRoutes(adapters, { signingKeys, orderEvents });
  const document: object = createOpenApiDocument(routes);

  const listener = createApp({
    routes,
    pages: createPages(
      { openApi: document, asyncApi: createAsyncApiDocument() },
      { traceViewerUrl: config.TRACE_VIEWER_URL },
    ),
    authenticate: authentication.authenticate,
    admission: createAdmission(config.MAX_REQUESTS_IN_FLIGHT),
    config,
    timeLimitMs,
    log,
  });
  return { routes, document, listener, signingKeys, orderEvents };
}

/** Every route of the API; the application and its document are both made from this list. */
function createRoutes(
  { config, auth, inventory, order: orders, processor, redis, readMails, now, monotonicMs }: GatewayAdapters,
  { signingKeys, orderEvents }: { signingKeys: SigningKeys; orderEvents: OrderEvents },
): Route[] {
  const limit = (name: string, points: number) => createRateLimit({ name, points, redis, now });
  const waits = (name: string) => createGrowingWaits({ name, points: config.RATE_LIMIT_SIGN_IN, redis, now });
  const download = createDownloads({
    places: createStreamPlaces({ redis, newId: randomUUID, ...downloadPlaces }),
    stallMs: unreadAnswerMs,
  });
  const accounts = {
    auth,
    signingKeys,
    cookies: createSessionCookies(config.NODE_ENV === 'production'),
    orders,
    processor,
    download,
    now,
    limits: {
      register: limit('register', config.RATE_LIMIT_REGISTER),
      signIn: limit('sign-in-client', config.RATE_LIMIT_SIGN_IN_CLIENT),
      refresh: limit('refresh-client', config.RATE_LIMIT_SIGN_IN_CLIENT),
      accountMails: waits('account-mails'),
    },
    guardGuesses: createGuessGuard(waits('sign-in')),
    knownClients: createKnownClients({ points: config.RATE_LIMIT_SIGN_IN, redis, now }),
  };
  const catalogueCache = createCatalogueCache(monotonicMs);
  const ordersOfCaller = [
    ...orderRoutes({
      orders: catalogueCache.following(orders),
      limit: limit('orders', config.RATE_LIMIT_ORDERS),
      auth,
      requireVerifiedEmail: config.REQUIRE_VERIFIED_EMAIL,
    }),
    orderEventsRoute({ orders, events: orderEvents }),
    orderMailRoute({ orders, processor }),
  ];
  return [
    ...withTag('Accounts', accountRoutes(accounts)),
    ...withTag('Orders', ordersOfCaller),
    ...withTag('Products', catalogueRoutes({ inventory, cache: catalogueCache, currency: config.CURRENCY })),
    ...withTag('Administration', [
      ...adminRoutes({ auth, orders, inventory, processor, download, now }),
      auditLogRoute([auth, inventory, processor]),
    ]),
    ...withTag('Webhooks', webhookRoutes(processor)),
    ...withTag('Development', [devMailRoute(readMails)]),
  ];
}
