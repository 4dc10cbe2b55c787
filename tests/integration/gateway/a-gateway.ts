import { createAuthClient } from '@orders/gateway/clients/auth-client';
import { createInventoryClient } from '@orders/gateway/clients/inventory-client';
import { createOrderClient } from '@orders/gateway/clients/order-client';
import { createProcessorClient } from '@orders/gateway/clients/processor-client';
import { composeGateway, type GatewayAdapters } from '@orders/gateway/compose';
import { gatewayVariables, type GatewayConfig } from '@orders/gateway/config';
import { createHttpServer } from '@orders/gateway/http/server/http-server';
import { createRedis } from '@orders/shared/redis';
import { z } from 'zod';
import { silentLog } from '../../support/test-database';
import { startFakeServices, type Fakes } from './fake-services';
import { aKeySet } from './tokens';

export interface GatewayOptions extends Partial<
  Pick<GatewayAdapters, 'readMails' | 'now' | 'monotonicMs' | 'timeLimitMs'>
> {
  config?: Partial<GatewayConfig>;
  redis?: { host: string; port: number };
  /** The address at which the gateway finds its services, where that is not their own. */
  addressFor?: (services: string) => Promise<string>;
}

const nowhere = { host: '127.0.0.1', port: 1 };
const noLimits = { RATE_LIMIT_SIGN_IN: 0, RATE_LIMIT_SIGN_IN_CLIENT: 0, RATE_LIMIT_REGISTER: 0, RATE_LIMIT_ORDERS: 0 };
const defaultConfig = z.object(gatewayVariables).parse({ NODE_ENV: 'test', ...noLimits });

export type TestGateway = Awaited<ReturnType<typeof aGateway>>;

const started: { stop: () => Promise<void> }[] = [];

/** Stops every gateway that was started; runs at the end of each test file. */
export async function stopGateways(): Promise<void> {
  await Promise.all(started.splice(0).map((gateway) => gateway.stop()));
}
afterAll(stopGateways);

/** The real gateway on a real port, in front of services that answer what the test says. */
export async function aGateway({ config, redis: redisAddress, addressFor, ...options }: GatewayOptions = {}) {
  const keySet = aKeySet();
  const fakes: Fakes = { auth: { ListKeys: () => keySet.published() }, inventory: {}, order: {}, processor: {} };
  const services = await startFakeServices(fakes);
  const redis = createRedis({ ...(redisAddress ?? nowhere), log: silentLog });
  if (redisAddress) await redis.client.connect();
  const address = addressFor ? await addressFor(services.address) : services.address;
  const clients = {
    auth: createAuthClient(address),
    inventory: createInventoryClient(address),
    order: createOrderClient(address, 'EUR'),
    processor: createProcessorClient(address),
  };
  const { routes, listener, signingKeys, orderEvents } = composeGateway({
    config: { ...defaultConfig, ...config },
    ...clients,
    redis: redis.client,
    readMails: undefined,
    now: Date.now,
    monotonicMs: () => performance.now(),
    log: silentLog,
    ...options,
  });
  const server = createHttpServer({ host: '127.0.0.1', port: 0, keepAliveSeconds: 65, listener });
  await server.start();

  const drain = async () => {
    orderEvents.stop();
    await server.stop();
  };
  const stop = async () => {
    await drain();
    for (const part of [signingKeys, ...Object.values(clients), redis, services]) part.stop();
  };
  const gateway = { url: server.address(), routes, fakes, keySet, services, drain, stop };
  started.push(gateway);
  return gateway;
}
