import { addresses, addressesMeaning, flag, nodeEnv, port, readConfig, wholeNumber } from '@orders/shared/config';
import {
  grpcTlsVariables,
  listenVariables,
  logVariables,
  queueVariables,
  redisVariables,
  shopVariables,
} from '@orders/shared/variables';
import { isIP } from 'node:net';
import { z } from 'zod';

const commaSeparated = z
  .string()
  .default('')
  .transform((text) => partsOf(text).filter((part) => part !== ''));

const origins = commaSeparated.refine(
  (all) => all.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
  'must be a comma-separated list of origins, such as https://shop.example',
);

const traceViewerUrl = z
  .string()
  .default('')
  .refine(
    (text) => text === '' || (/^https?:\/\//.test(text) && text.includes('{traceId}')),
    'must be a URL that contains {traceId}, such as https://traces.example/trace/{traceId}',
  );

/** The variables that the gateway reads. */
export const gatewayVariables = {
  NODE_ENV: nodeEnv,
  ...listenVariables,
  ...grpcTlsVariables,
  ...logVariables,
  ...redisVariables,
  ...shopVariables,
  PORT: port(3_000).describe('Port of the REST API.'),
  GATEWAY_METRICS_PORT: port(9_460).describe('Port of metrics and health.'),
  AUTH_GRPC_ADDRESSES: addresses(50_051).describe(addressesMeaning('auth')),
  INVENTORY_GRPC_ADDRESSES: addresses(50_052).describe(addressesMeaning('inventory')),
  ORDER_GRPC_ADDRESSES: addresses(50_053).describe(addressesMeaning('order')),
  PROCESSOR_GRPC_ADDRESSES: addresses(50_054).describe(addressesMeaning('processor')),
  // Developers can read the mails of LocalStack.
  AWS_ENDPOINT_URL: queueVariables.AWS_ENDPOINT_URL,
  RATE_LIMIT_SIGN_IN: wholeNumber(0, 1_000_000, 10).describe(
    'Failed sign-ins for an e-mail address before the next one has to wait, 5 s at first and twice as long each time; the same goes for mails about an account. 0 turns a limit off.',
  ),
  RATE_LIMIT_SIGN_IN_CLIENT: wholeNumber(0, 1_000_000, 300).describe(
    'Sign-ins per minute of a client address (of IPv6 its /64), and as many refreshes.',
  ),
  RATE_LIMIT_REGISTER: wholeNumber(0, 1_000_000, 60).describe(
    'Registrations per minute of a client address (of IPv6 its /64).',
  ),
  RATE_LIMIT_ORDERS: wholeNumber(0, 1_000_000, 120).describe('Orders per minute of a user.'),
  REQUIRE_VERIFIED_EMAIL: flag(false).describe('Whether only users whose e-mail address is verified may place orders.'),
  MAX_REQUESTS_IN_FLIGHT: wholeNumber(1, 1_000_000, 1_000).describe(
    'Requests that one gateway works on at once; further ones are answered 503 with `Retry-After`.',
  ),
  KEEP_ALIVE_SECONDS: wholeNumber(1, 86_400, 65).describe(
    'Seconds that an idle connection stays open; more than the idle time of the load balancer in front, so that it closes first.',
  ),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform(parseTrustProxy)
    .describe(
      'Which proxies may forward client addresses: a number of hops, or addresses and subnets separated by commas.',
    ),
  CORS_ORIGINS: origins.describe('Origins of web pages that may call the API, separated by commas.'),
  TRACE_VIEWER_URL: traceViewerUrl.describe(
    'Where the page opens a trace, such as `http://127.0.0.1:16686/trace/{traceId}`.',
  ),
};

export type GatewayConfig = ReturnType<typeof readGatewayConfig>;

export const readGatewayConfig = () => readConfig(gatewayVariables);

/** What TRUST_PROXY means to Express: nothing, a number of hops, or a list of addresses and networks. */
function parseTrustProxy(text: string, context: z.RefinementCtx): boolean | number | string[] {
  const value = text.trim().toLowerCase();
  if (value === '' || value === 'false') return false;
  if (value === 'true') return true;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  const proxies = partsOf(value);
  if (!proxies.every(isProxy))
    context.addIssue('must be a number of hops, or a list of addresses, networks and loopback');
  return proxies;
}

function isProxy(text: string): boolean {
  const [address = '', bits = '0'] = text.split('/', 2);
  const isNetwork = isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
  return isNetwork || ['loopback', 'linklocal', 'uniquelocal'].includes(text);
}

const partsOf = (text: string) => text.split(',').map((part) => part.trim());
