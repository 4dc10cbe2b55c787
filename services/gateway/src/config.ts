import { addresses, nodeEnv, port, readConfig, wholeNumber } from '@orders/shared/config';
import { grpcTlsVariables, listenVariables, logVariables, redisVariables } from '@orders/shared/variables';
import { isIP } from 'node:net';
import { z } from 'zod';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

const origins = list.refine(
  (all) => all.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
  'is no comma list of origins as https://shop.example',
);

const traceViewerUrl = z
  .string()
  .default('')
  .refine(
    (text) => text === '' || (/^https?:\/\//.test(text) && text.includes('{traceId}')),
    'is no address with {traceId} in it, as https://traces.example/trace/{traceId}',
  );

/** What the environment must say to the gateway. */
export const readGatewayConfig = () =>
  readConfig({
    NODE_ENV: nodeEnv,
    ...listenVariables,
    ...grpcTlsVariables,
    ...logVariables,
    ...redisVariables,
    PORT: port(3_000),
    GATEWAY_METRICS_PORT: port(9_460),
    AUTH_GRPC_ADDRESSES: addresses(50_051),
    INVENTORY_GRPC_ADDRESSES: addresses(50_052),
    ORDER_GRPC_ADDRESSES: addresses(50_053),
    PROCESSOR_GRPC_ADDRESSES: addresses(50_054),
    /** Set for LocalStack only, whose mails developers may see. */
    AWS_ENDPOINT_URL: z.url().optional(),
    RATE_LIMIT_SIGN_IN: wholeNumber(0, 1_000_000, 10),
    RATE_LIMIT_SIGN_IN_CLIENT: wholeNumber(0, 1_000_000, 300),
    RATE_LIMIT_REGISTER: wholeNumber(0, 1_000_000, 60),
    RATE_LIMIT_ORDERS: wholeNumber(0, 1_000_000, 0),
    /** Requests that are worked on at once; more are answered 503 until there is room. */
    MAX_REQUESTS_IN_FLIGHT: wholeNumber(1, 1_000_000, 1_000),
    TRUST_PROXY: z.string().default('').transform(parseTrustProxy),
    CORS_ORIGINS: origins,
    /** Where a trace can be seen; the page links there. */
    TRACE_VIEWER_URL: traceViewerUrl,
  });

/** What TRUST_PROXY means to Express: nothing, a number of hops, or a list of addresses and networks. */
function parseTrustProxy(text: string, context: z.RefinementCtx): boolean | number | string[] {
  const value = text.trim();
  if (value === '' || value === 'false') return false;
  if (value === 'true') return true;
  if (/^\d{1,2}$/.test(value)) return Number(value);
  const proxies = value.split(',').map((part) => part.trim());
  if (!proxies.every(isProxy)) context.addIssue('is no number of hops and no list of addresses, networks or loopback');
  return proxies;
}

function isProxy(text: string): boolean {
  const [address = '', bits = '0'] = text.split('/', 2);
  const isNetwork = isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
  return isNetwork || ['loopback', 'linklocal', 'uniquelocal'].includes(text);
}
