import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { aGateway } from './a-gateway';
import { sendRequest } from '../../support/request';

// Inside the repository, where the client's packages are found.
const folder = mkdtempSync(path.resolve('.run/typed-client-'));
const documentFile = path.join(folder, 'openapi.json');

beforeAll(async () => {
  const gateway = await aGateway({ readMails: () => Promise.resolve([]) });
  writeFileSync(documentFile, (await sendRequest(gateway.url, '/openapi.json')).text);
  const generator = path.join(path.dirname(require.resolve('openapi-typescript')), '../bin/cli.js');
  execFileSync(process.execPath, [generator, documentFile, '--output', path.join(folder, 'api.d.ts')]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const placing = `
import createClient from 'openapi-fetch';
import type { components, paths } from './api';

const api = createClient<paths>({ baseUrl: 'http://127.0.0.1:3000' });

export async function place(productId: string): Promise<components['schemas']['Order']> {
  const { data, error, response } = await api.POST('/api/order', {
    params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
    body: { items: [{ productId, quantity: 1 }] },
  });
  if (data) return data.order;
  throw new Error(\`\${response.status} \${error.code}: \${'detail' in error ? error.detail : error.message}\`);
}

export async function statuses(): Promise<('Pending' | 'Processed' | 'Failed' | 'Cancelled')[]> {
  const { data } = await api.GET('/api/orders', { params: { query: { limit: 100, status: 'Failed' } } });
  return (data?.orders ?? []).map(({ status }) => status);
}

export const cancel = (id: string) => api.POST('/api/order/{id}/cancel', { params: { path: { id } } });
`;

test('a client that is generated from the document compiles in a use of it', () => {
  expect(compile(placing)).toEqual([]);
});

test.each([
  ['a field that no order has', 'quantity: 1', 'amount: 1'],
  ['a status that no order has', "status: 'Failed'", "status: 'Lost'"],
  ['a route that is not there', '/cancel', '/undo'],
])('it does not compile with %s', (_what, right, wrong) => {
  expect(compile(placing.replace(right, wrong))).not.toEqual([]);
});

test('it has the types of every answer', () => {
  const types = readFileSync(path.join(folder, 'api.d.ts'), 'utf8');

  expect(types).not.toMatch(/"application\/json": unknown/);
});

function compile(source: string): string[] {
  const file = path.join(folder, 'use.ts');
  writeFileSync(file, source);
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
