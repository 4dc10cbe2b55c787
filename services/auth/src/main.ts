import '@orders/shared/start-telemetry';
import { setTimeout as pause } from 'node:timers/promises';
import { mongo as driver } from 'mongoose';
import { AuthService } from '@orders/proto';
import { createGrpcServer } from '@orders/shared/grpc-server';
import { createGrpcTls } from '@orders/shared/grpc-tls';
import { createUnary } from '@orders/shared/grpc-unary';
import { createLog } from '@orders/shared/log';
import { collectProcessMetrics } from '@orders/shared/metrics';
import { createMongo } from '@orders/shared/mongo';
import { createProbes } from '@orders/shared/probes';
import { run } from '@orders/shared/run';
import { readAuthConfig } from './config';
import { createAuthHandlers } from './grpc/auth-handlers';
import { countLogin, countRefresh, showWaitingHashes } from './metrics';
import { createBoundedQueue } from './passwords/bounded-queue';
import { createPasswordHasher, hashFunctions } from './passwords/password-hasher';
import { createFamilyStore } from './store/family-store';
import { createUserStore } from './store/user-store';
import { createAccessTokenSigner } from './tokens/issue-tokens';
import { chooseSigningKey } from './tokens/choose-signing-key';
import { keySetOf } from './tokens/key-set';
import { hashToken, newRefreshToken, newSecret } from './tokens/refresh-secret';
import { createEndSession } from './use-cases/end-session';
import { createGetUsers } from './use-cases/get-users';
import { createLoginUser } from './use-cases/login-user';
import { createOpenSession } from './use-cases/open-session';
import { createRefreshSession } from './use-cases/sessions';
import { createRegisterUser } from './use-cases/register-user';

const config = readAuthConfig();
const log = createLog({ service: 'auth', level: config.LOG_LEVEL, directory: config.LOG_DIR });
const tls = createGrpcTls({ config, log });
const now = () => new Date();
const warn = (error: unknown, message: string) => log.warn({ error }, message);
const pauseUntil = (time: Date) => pause(Math.max(0, time.getTime() - Date.now()));

const mongo = createMongo({ uri: config.MONGO_URI, database: `${config.MONGO_DB_PREFIX}auth`, log });
const users = createUserStore(mongo);
const families = createFamilyStore(mongo);

const hashing = createBoundedQueue({
  concurrency: config.PASSWORD_HASHES_AT_ONCE,
  maxWaiting: config.PASSWORD_HASHES_WAITING,
  now,
});
const passwords = createPasswordHasher({ functions: hashFunctions, run: hashing.run });

const signingKey = chooseSigningKey({ setting: config.JWT_PRIVATE_KEY, directory: config.RUN_DIR, log });
const tokenNames = { issuer: config.JWT_ISSUER, audience: config.JWT_AUDIENCE };
const signAccessToken = createAccessTokenSigner({ signingKey, ...tokenNames });
const keySet = keySetOf(signingKey, config.JWT_PREVIOUS_PUBLIC_KEYS);

const openSession = createOpenSession({ families, signAccessToken, newRefreshToken, hashToken, now });
const newId = () => new driver.ObjectId().toHexString();

const server = createGrpcServer({
  host: config.LISTEN_HOST,
  port: config.AUTH_GRPC_PORT,
  serviceName: 'orderplacing.auth.v1.AuthService',
  definition: AuthService.service,
  tls,
  implementation: createAuthHandlers({
    unary: createUnary(log),
    registerUser: createRegisterUser({ users, hashPassword: passwords.hash, openSession, newId, now }),
    loginUser: createLoginUser({ users, passwords, openSession, countLogin, warn, now, pauseUntil }),
    refreshSession: createRefreshSession({ users, families, signAccessToken, newSecret, hashToken, countRefresh, now }),
    endSession: createEndSession({ families, now }),
    getUsers: createGetUsers({ users }),
    keys: { jwksJson: JSON.stringify(keySet), ...tokenNames },
  }),
});

const probes = createProbes({
  host: config.LISTEN_HOST,
  port: config.AUTH_METRICS_PORT,
  checks: [{ name: 'mongodb', required: true, check: mongo.ping }],
});

collectProcessMetrics();
showWaitingHashes(hashing.waitingCount);
void run({ log, probes, parts: [{ name: 'mongodb', ...mongo }, server], drainDelayMs: config.DRAIN_DELAY_MS });
