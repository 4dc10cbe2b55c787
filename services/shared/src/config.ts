import { accessSync, constants, existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { grpcTarget } from './grpc-target';

type Shape = Record<string, z.ZodType>;

/**
 * Reads the named variables, once, at the start of a process. `.env.<NODE_ENV>` of the current folder is read below the
 * real variables. Ends the process with code 1 and one message that names every missing or malformed variable.
 */
export function readConfig<S extends Shape>(shape: S): z.output<z.ZodObject<S>> {
  loadEnvFile();
  const result = z.object(shape).safeParse(withoutBlanks(process.env));
  if (result.success) return result.data;

  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  process.stderr.write(`The environment is not valid:\n${problems.join('\n')}\nSee .env.example.\n`);
  process.exit(1);
}

/** `production` or `development` (the default). */
export const nodeEnv = z
  .enum(['development', 'production', 'test'])
  .default('development')
  .describe('`production` requires a signing key, sends cookies only over TLS, and serves no gRPC reflection.');

/** A TCP port; 0 lets the system choose. */
export const port = (value: number) => z.coerce.number().int().min(0).max(65_535).default(value);

/** A whole number within bounds. */
export const wholeNumber = (min: number, max: number, value: number) =>
  z.coerce.number().int().min(min).max(max).default(value);

/** `true` or `false`, in capitals or not. */
export const flag = (value: boolean) =>
  z
    .string()
    .default(String(value))
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.enum(['true', 'false'], { error: 'must be true or false' }))
    .transform((text) => text === 'true');

/** An address without a port, or a host name. */
export const isHost = (text: string): boolean => isIP(text) !== 0 || /^[A-Za-z0-9_.-]{1,253}$/.test(text);

/** The ISO 4217 code of a currency, in capitals or not. */
export const currency = (value: string) =>
  z
    .string()
    .default(value)
    .transform((text) => text.trim().toUpperCase())
    .refine((code) => currencies.has(code), 'must be the ISO 4217 code of a currency, such as EUR');

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** A `redis://` or `rediss://` URL. No message repeats it, for it may hold a password. */
export const redisUrl = z
  .string()
  .refine(
    isRedisUrl,
    'must be redis://<user>:<password>@<host>:<port> or the same with rediss://, with special characters percent-encoded',
  );

/** A MongoDB connection string; a database in its path is not used as a name. */
export const mongoUri = z
  .string({ error: 'is required: the connection string of a MongoDB replica set' })
  .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'must be a mongodb:// or mongodb+srv:// connection string');

/** The connection string that another variable holds, else that of this one. */
export const mongoUriOr = (name: string) =>
  z
    .string()
    .optional()
    .transform((uri) => withoutBlanks(process.env)[name] ?? uri)
    .pipe(mongoUri);

/** A required variable, with a sentence on what it is. */
export const required = (what: string) => z.string({ error: `is required: ${what}` });

/** The path of a file that can be read. */
export const readableFile = z.string().refine(isReadable, 'must be the path of a readable file');

/** The path of a file; the other variables must be set too. */
export const fileWith = (...others: string[]) => setWith(readableFile, others);

/** A text; the other variables must be set too. */
export const textWith = (...others: string[]) => setWith(z.string(), others);

const setWith = (text: z.ZodString, others: string[]) =>
  text
    .refine(
      () => others.every((name) => withoutBlanks(process.env)[name]),
      `is set, so ${others.join(' and ')} must be set too`,
    )
    .optional();

/** Addresses of one service: `host:port,host:port`, or one `dns:///host:port`. */
export const addresses = (defaultPort: number) =>
  z
    .string()
    .refine(
      (text) => grpcTarget(text) !== undefined,
      'must be addresses of one family, such as 127.0.0.1:50051,127.0.0.1:50151 or [::1]:50051, or one name: dns:///host:port',
    )
    .default(`127.0.0.1:${String(defaultPort)}`);

/** Describes a variable of `addresses`. */
export const addressesMeaning = (service: string) =>
  `Where callers find ${service}: \`host:port,host:port\` (IPv6: \`[::1]:port\`) or one \`dns:///host:port\`.`;

function isRedisUrl(text: string): boolean {
  try {
    const { protocol, hostname, username, password, pathname } = new URL(text);
    decodeURIComponent(username + password);
    return ['redis:', 'rediss:'].includes(protocol) && hostname !== '' && ['', '/', '/0'].includes(pathname);
  } catch {
    return false;
  }
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function loadEnvFile(): void {
  const file = `.env.${process.env['NODE_ENV'] ?? 'development'}`;
  if (existsSync(file)) process.loadEnvFile(file);
}

// A line `NAME=` in an env file means that the variable is not set; white space is no value either, though a number of 0.
function withoutBlanks(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''));
}
