import { Redis } from 'ioredis';
import { connectMs, redisCommandMs } from './time-limits';
import type { Log } from './log';

export interface RedisOptions {
  host: string;
  port: number;
  log: Log;
}

/** A connection that is a help, never a need: with Redis away a command fails at once, and it reconnects by itself. */
export function createRedis({ host, port, log }: RedisOptions) {
  const client = new Redis({
    host,
    port,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: redisCommandMs,
    connectTimeout: connectMs,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  let away = false;
  client.on('error', (error) => {
    if (!away) log.warn({ error }, 'redis is away');
    away = true;
  });
  client.on('ready', () => {
    away = false;
  });

  return {
    client,
    start: () => {
      client.connect().catch(() => undefined); // The error event has said it.
    },
    stop: () => {
      client.disconnect();
    },
    ping: () => client.ping(),
  };
}
