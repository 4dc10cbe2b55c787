// Vendure as its documentation begins: its default configuration, PostgreSQL, and the payment handler for trying it out.
import { randomUUID } from 'node:crypto';
import { bootstrap, dummyPaymentHandler, LogLevel, DefaultLogger, mergeConfig, defaultConfig } from '@vendure/core';

/** Starts the server; with `synchronize` it makes its tables first. */
export const startServer = (synchronize) =>
  bootstrap(
    mergeConfig(defaultConfig, {
      apiOptions: { hostname: '127.0.0.1', port: Number(process.env.PORT) },
      authOptions: {
        tokenMethod: ['bearer', 'cookie'],
        // In production it refuses to start with the default one.
        superadminCredentials: { identifier: 'admin', password: randomUUID() },
      },
      dbConnectionOptions: { type: 'postgres', url: process.env.DATABASE_URL, synchronize },
      logger: new DefaultLogger({ level: LogLevel.Warn }),
      paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    }),
  );
