// What each service may do in AWS is what its code does there: no more, and no less.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

// A batch needs the right of its single form. What only LocalStack is asked for needs none.
const rightOf: Record<string, string | undefined> = {
  ChangeMessageVisibilityBatchCommand: 'sqs:ChangeMessageVisibility',
  CreateQueueCommand: undefined,
  DeleteMessageBatchCommand: 'sqs:DeleteMessage',
  GetQueueAttributesCommand: 'sqs:GetQueueAttributes',
  GetSendQuotaCommand: 'ses:GetSendQuota',
  ReceiveMessageCommand: 'sqs:ReceiveMessage',
  SendEmailCommand: 'ses:SendEmail',
  SendMessageBatchCommand: 'sqs:SendMessage',
  SendMessageCommand: 'sqs:SendMessage',
  VerifyEmailIdentityCommand: undefined,
};

for (const service of ['order', 'processor']) {
  test(`the policy of ${service} grants what its code asks of AWS, and nothing else`, () => {
    assert.deepEqual(granted(service), needed(service));
  });
}

for (const service of ['auth', 'gateway', 'inventory']) {
  test(`${service} asks nothing of AWS and has no policy`, () => {
    assert.deepEqual(needed(service), []);
    assert.equal(existsSync(policyFile(service)), false);
  });
}

test('only the rate of mails is granted without naming a resource', () => {
  const wide = ['order', 'processor'].flatMap(statementsOf).filter(({ Resource }) => [Resource].flat().includes('*'));

  assert.deepEqual(
    wide.flatMap(({ Action }) => Action),
    ['ses:GetSendQuota'],
  );
});

interface Statement {
  Action: string[];
  Resource: string | string[];
}

const policyFile = (service: string) => `deploy/aws/iam-policy-${service}.json`;

const statementsOf = (service: string) =>
  (JSON.parse(readFileSync(policyFile(service), 'utf8')) as { Statement: Statement[] }).Statement;

const granted = (service: string) =>
  statementsOf(service)
    .flatMap(({ Action }) => Action)
    .sort();

function needed(service: string): string[] {
  const commands = sourcesOf(`services/${service}/src/main.ts`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/new (\w+Command)\(/g)].map(([, command = '']) => command),
  );
  const unknown = commands.filter((command) => !(command in rightOf));
  assert.deepEqual(unknown, [], 'these commands need a row in the table above');
  return [...new Set(commands.flatMap((command) => rightOf[command] ?? []))].sort();
}

/** A file and all files that it imports, of its service and of shared. */
function sourcesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = [...readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+|@orders\/shared\/[^']+)'/g)];
  const files = imports.map(([, name = '']) =>
    name.startsWith('@orders/shared/')
      ? `services/shared/src/${name.slice('@orders/shared/'.length)}.ts`
      : `${path.join(path.dirname(file), name)}.ts`,
  );
  return [file, ...files.filter((one) => existsSync(one)).flatMap((one) => sourcesOf(one, seen))];
}
