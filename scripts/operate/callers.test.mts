// The tables of callers grant each service what its code calls, no more and no less, and operators what their commands call.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const servers = ['auth', 'inventory', 'order', 'processor'];
const services = ['gateway', ...servers];

for (const server of servers) {
  test(`each service may call of ${server} what its code calls, and nothing else`, () => {
    const granted = rowsOf(server).map(([method, row]) => [method, row.filter((name) => services.includes(name))]);
    const called = rowsOf(server).map(([method]) => [
      method,
      services.filter((caller) => caller !== server && calls(caller, server, method)),
    ]);

    assert.deepEqual(Object.fromEntries(granted), Object.fromEntries(called));
  });

  test(`operators may call of ${server} what their commands call`, () => {
    const refused = rowsOf(server).filter(
      ([method, row]) => calls('operator', server, method) && !row.includes('operator'),
    );

    assert.deepEqual(refused, []);
  });
}

/** The methods of a server, and who may call each. */
function rowsOf(server: string): [string, string[]][] {
  const table = readFileSync(`services/${server}/src/grpc/callers.ts`, 'utf8');
  const rows = [...table.matchAll(/^ {2}(\w+): \[([^\]]*)\]/gm)];
  assert.ok(rows.length > 5, 'the table was not understood');
  return rows.map(([, method = '', row = '']) => [
    method,
    [...row.matchAll(/'(\w+)'/g)].map(([, name = '']) => name).sort(),
  ]);
}

const calls = (caller: string, server: string, method: string): boolean =>
  sourcesOf(caller).some(
    ({ text, of }) =>
      (of.length === 0 || of.includes(server)) && new RegExp(`(unary|grouped|stream)\\('${method}'\\)`).test(text),
  );

/** The files of a caller, and whose clients each makes or takes; one that names none may call any. */
function sourcesOf(caller: string): { text: string; of: string[] }[] {
  const files = globSync(caller === 'operator' ? 'scripts/operate/**/*.mts' : `services/${caller}/src/**/*.ts`);
  return files
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(file, 'utf8'))
    .map((text) => ({ text, of: servers.filter((server) => text.includes(`${capitalized(server)}Service`)) }));
}

const capitalized = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
