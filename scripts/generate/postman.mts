// Generates the Postman collection from the gateway's OpenAPI document; --check only compares. Needs a build.
import { readFileSync, writeFileSync } from 'node:fs';
import { requestsByOperation, type ConvertedItem } from './postman/convert.mts';
import { folders } from './postman/steps.mts';
import type { Step } from './postman/step.mts';
import { openApiDocument } from './openapi.mts';
import { Failure, defineCommand } from '../local/system/command.mts';

const committed = 'postman/order-placing.postman_collection.json';

defineCommand(
  {
    about: "Generates the Postman collection from the gateway's OpenAPI document; --check only compares.",
    usage: ['npm run generate:postman -- [--check]'],
    options: { check: { type: 'boolean' } },
  },
  async ({ values }) => {
    const text = `${JSON.stringify(await collection(), null, 2)}\n`;
    if (!values.check) writeFileSync(committed, text);
    else if (text !== readFileSync(committed, 'utf8')) {
      throw new Failure(`${committed} is not what the document says. Run npm run generate:postman.`);
    }
  },
);

async function collection(): Promise<object> {
  const requests = await requestsByOperation(await openApiDocument());
  const sent = new Set(folders.flatMap(({ steps }) => steps.map(({ operation }) => operation)));
  const forgotten = [...requests.keys()].filter((operation) => !sent.has(operation));
  if (forgotten.length > 0)
    throw new Failure(`scripts/generate/postman/steps.mts has no step for: ${forgotten.join(', ')}`);
  return {
    info: {
      name: 'Order placing',
      description: 'Runs from top to bottom against a running system. Set adminToken to change the catalogue as well.',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    variable: [
      { key: 'baseUrl', value: 'http://127.0.0.1:3000' },
      { key: 'adminToken', value: '' },
      // Words of what to buy; all there is by default.
      { key: 'search', value: '' },
    ],
    item: folders.map(({ name, steps }) => ({ name, item: steps.map((step) => itemOf(step, requests)) })),
  };
}

function itemOf(step: Step, requests: Map<string, ConvertedItem>): object {
  const found = requests.get(step.operation);
  if (!found) throw new Failure(`the document has no operation ${step.operation}`);
  const { method, url, description } = found.request;
  return {
    name: step.name ?? found.name,
    request: {
      method,
      description,
      url: { host: url.host, path: url.path, query: pairs(step.query), variable: pairs(step.pathVariables) },
      header: pairs({ ...(step.body && { 'Content-Type': 'application/json' }), ...step.headers }),
      ...bodyOf(step),
      auth: step.token ? { type: 'bearer', bearer: pairs({ token: step.token }) } : { type: 'noauth' },
    },
    event: [...(step.before ? [script('prerequest', step.before)] : []), script('test', step.expect)],
  };
}

const bodyOf = ({ body, text = body && JSON.stringify(body, null, 2) }: Step) =>
  text === undefined ? {} : { body: { mode: 'raw', raw: text } };

const pairs = (values: Record<string, string> = {}) => Object.entries(values).map(([key, value]) => ({ key, value }));

const script = (listen: string, lines: string[]) => ({
  listen,
  script: { type: 'text/javascript', exec: lines.flatMap((line) => line.split('\n')) },
});
