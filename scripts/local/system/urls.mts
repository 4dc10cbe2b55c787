// Where one finds what is up.
import { withoutPassword, type Variables } from './env-file.mts';

export function printUrls(env: Variables): void {
  const gateway = gatewayUrl(env);
  const rows = [
    ['try it', `${gateway}/`],
    ['API', `${gateway}/docs`],
    ['OpenAPI', `${gateway}/openapi.json`],
    ['mails', `${env['AWS_ENDPOINT_URL'] ?? ''}/_aws/ses`],
    ['metrics', `http://127.0.0.1:${env['GATEWAY_METRICS_PORT'] ?? ''}/metrics`],
    ['MongoDB', withoutPassword(env['MONGO_URI'] ?? '')],
  ];
  for (const [what = '', where = ''] of rows) console.log(`${what.padEnd(12)}${where}`);
  console.log(
    '\nmake status shows every part, make demo places another order, make logs follows the logs, make down stops it all.',
  );
}

export const gatewayUrl = (env: Variables) => `http://127.0.0.1:${env['PORT'] ?? '3000'}`;
