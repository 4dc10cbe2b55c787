import '@orders/shared/start-telemetry';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { mongo as driver } from 'mongoose';
import { AuthService } from '@orders/proto';
import { createAuditLog } from '@orders/shared/audit-log';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { run } from '@orders/shared/run';
import { composeAuth } from './compose';
import { readAuthConfig } from './config';
import { authCallers } from './grpc/callers';
import { authMetrics, showWaitingHashes } from './metrics';
import { createBoundedQueue } from './passwords/bounded-queue';
import { isCommonPassword } from './passwords/common-passwords';
import { createPasswordHasher, hashFunctions } from './passwords/password-hasher';
import { createAccountEvents } from './store/account-events';
import { createAccountStore } from './store/account-store';
import { createFamilyStore } from './store/family-store';
import { createUserStore } from './store/user-store';
import { createAccessTokenSigner, hashToken, keySetOf, newFamilyId, newSecret } from './tokens/issue-tokens';
import { chooseSigningKey } from './tokens/signing-key';

const config = readAuthConfig();
const log = createLog({ service: 'auth', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const now = () => new Date();

const mongo = createMongo({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}auth`, log });
const hashing = createBoundedQueue({
  concurrency: config.PASSWORD_HASHES_AT_ONCE,
  maxWaiting: config.PASSWORD_HASHES_WAITING,
  now,
});
const signingKey = chooseSigningKey({ setting: config.JWT_PRIVATE_KEY, directory: config.RUN_DIR, log });
const tokenNames = { issuer: config.JWT_ISSUER, audience: config.JWT_AUDIENCE };

const { handlers } = composeAuth({
  users: createUserStore(mongo),
  accounts: createAccountStore(mongo),
  events: createAccountEvents(mongo),
  auditLog: createAuditLog({ mongo, newId: randomUUID, now }),
  families: createFamilyStore(mongo),
  passwords: createPasswordHasher({ functions: hashFunctions, run: hashing.run }),
  signAccessToken: createAccessTokenSigner({ signingKey, ...tokenNames }),
  keys: { jwksJson: JSON.stringify(keySetOf(signingKey, config.JWT_PREVIOUS_PUBLIC_KEYS)), ...tokenNames },
  newId: () => new driver.ObjectId().toHexString(),
  newMailId: randomUUID,
  newFamilyId,
  newSecret,
  isCommonPassword,
  hashToken,
  metrics: authMetrics,
  log,
  now,
  pauseUntil: (time) => pause(Math.max(0, time.getTime() - Date.now())),
});
const server = createGrpcServer({
  host: config.LISTEN_HOST,
  port: config.AUTH_GRPC_PORT,
  serviceName: 'orderplacing.auth.v1.AuthService',
  definition: AuthService.service,
  callers: authCallers,
  reflection: config.NODE_ENV !== 'production',
  log,
  tls: createGrpcTls({ config, log }),
  implementation: handlers,
});

collectProcessMetrics();
showWaitingHashes(hashing.waitingCount);
void run({
  log,
  drainDelayMs: config.DRAIN_DELAY_MS,
  ports: { AUTH_GRPC_PORT: config.AUTH_GRPC_PORT, AUTH_METRICS_PORT: config.AUTH_METRICS_PORT },
  probes: createProbes({
    host: config.LISTEN_HOST,
    port: config.AUTH_METRICS_PORT,
    checks: [{ name: 'mongodb', required: true, check: mongo.ping }],
  }),
  parts: [{ name: 'mongodb', ...mongo }, server],
});
