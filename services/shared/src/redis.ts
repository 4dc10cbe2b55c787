import { readFileSync } from 'node:fs';
import { Cluster, Redis } from 'ioredis';
import type { Log } from './log';
import { connectMs, redisCommandMs } from './time-limits';

/** One Redis server, or a cluster: both take the same commands. */
export type RedisClient = Redis | Cluster;

export interface RedisAddress {
  host: string;
  port: number;
  username?: string | undefined;
  password?: string | undefined;
  /** Whether to use TLS; `ca` is the PEM of a private authority. */
  tls?: { ca?: string | undefined } | undefined;
  /** The address is that of a cluster's member, or of its configuration endpoint. */
  isCluster?: boolean;
}

// How long a member may take to say which ones there are.
const slotsRefreshTimeoutMs = 1_000;

/** An optional connection: while Redis is unavailable a command fails at once, and the client reconnects by itself. */
export function createRedis({ log, ...address }: RedisAddress & { log: Log }) {
  let isUnavailable = false;
  let isStopped = false;
  // A connection that fails while it is being closed would be tried again for ever.
  const retry = (attempt: number) => (isStopped ? null : Math.min(attempt * 100, 2_000));
  const client = address.isCluster === true ? createCluster(address, retry) : createServer(address, retry);
  client.on('error', (error: Error) => {
    // The error of a refused AUTH holds the command with its password, so only its text is logged.
    if (!isUnavailable) log.warn({ reason: error.message }, 'redis is unavailable');
    isUnavailable = true;
  });
  client.on('ready', () => {
    isUnavailable = false;
  });

  return {
    client,
    start: () => {
      client.connect().catch(() => undefined); // The error event reports it.
    },
    stop: () => {
      isStopped = true;
      client.disconnect();
    },
    ping: () => client.ping(),
  };
}

interface RedisVariables {
  REDIS_URL?: string | undefined;
  REDIS_HOST: string;
  REDIS_PORT: number;
  REDIS_USERNAME?: string | undefined;
  REDIS_PASSWORD?: string | undefined;
  REDIS_TLS: boolean;
  REDIS_TLS_CA?: string | undefined;
  REDIS_CLUSTER: boolean;
}

/** Where Redis is, by `redisVariables`. */
export function redisAddress(config: RedisVariables): RedisAddress {
  const url = new URL(config.REDIS_URL ?? urlOf(config));
  const isEncrypted = url.protocol === 'rediss:' || config.REDIS_TLS_CA !== undefined;
  const ca = config.REDIS_TLS_CA === undefined ? undefined : readFileSync(config.REDIS_TLS_CA, 'utf8');
  return {
    // URLs have IPv6 addresses in brackets, sockets without.
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port === '' ? 6_379 : url.port),
    username: decoded(url.username) ?? config.REDIS_USERNAME,
    password: decoded(url.password) ?? config.REDIS_PASSWORD,
    tls: isEncrypted ? { ca } : undefined,
    isCluster: config.REDIS_CLUSTER,
  };
}

const urlOf = ({ REDIS_TLS, REDIS_HOST, REDIS_PORT }: RedisVariables) =>
  `${REDIS_TLS ? 'rediss' : 'redis'}://${REDIS_HOST.includes(':') ? `[${REDIS_HOST}]` : REDIS_HOST}:${String(REDIS_PORT)}`;

const decoded = (part: string) => (part === '' ? undefined : decodeURIComponent(part));

type Retry = (attempt: number) => number | null;

const createServer = ({ host, port, ...address }: RedisAddress, retry: Retry) =>
  new Redis({
    ...connectionOptions(address),
    host,
    port,
    lazyConnect: true,
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    retryStrategy: retry,
  });

const createCluster = ({ host, port, ...address }: RedisAddress, retry: Retry) =>
  new Cluster([{ host, port }], {
    redisOptions: connectionOptions(address),
    lazyConnect: true,
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    clusterRetryStrategy: retry,
    slotsRefreshTimeout: slotsRefreshTimeoutMs,
    // Certificates name hosts, so members are connected to by the names that the cluster announces.
    dnsLookup: (name, callback) => callback(null, name),
  });

const connectionOptions = ({ username, password, tls }: Omit<RedisAddress, 'host' | 'port'>) => ({
  ...(username !== undefined && { username }),
  ...(password !== undefined && { password }),
  ...(tls && { tls: tls.ca === undefined ? {} : { ca: tls.ca } }),
  maxRetriesPerRequest: 0,
  commandTimeout: redisCommandMs,
  connectTimeout: connectMs,
});
