// What the collection does with an account.
import { holds, keep, ofBuyer, status, type Step } from './step.mts';

const keepSession = [keep('token', 'token'), keep('refreshToken', 'refreshToken'), keep('userId', 'user._id')];

export const account = { email: '{{email}}', password: 'correct horse battery' };
const noToken = 'x'.repeat(59);

export const accounts: Step[] = [
  {
    operation: 'post /api/auth/register',
    before: [
      "pm.collectionVariables.set('email', `buyer-${pm.variables.replaceIn('{{$guid}}')}@example.org`);",
      "pm.collectionVariables.set('newProductId', `sample-${Date.now()}`);",
    ],
    body: { name: 'Ada', ...account },
    expect: [status(201), ...keepSession],
  },
  { operation: 'post /api/auth/login', body: account, expect: [status(200), ...keepSession] },
  {
    operation: 'post /api/auth/refresh',
    body: { refreshToken: '{{refreshToken}}' },
    expect: [status(200), ...keepSession],
  },
  {
    operation: 'get /api/auth/sessions',
    ...ofBuyer,
    expect: [
      status(200),
      holds('one is the current session', 'pm.response.json().sessions.filter(({ current }) => current).length === 1'),
      "const other = pm.response.json().sessions.find(({ current }) => !current);",
      "pm.collectionVariables.set('sessionId', other.id);",
    ],
  },
  {
    operation: 'delete /api/auth/sessions/{id}',
    ...ofBuyer,
    pathVariables: { id: '{{sessionId}}' },
    expect: [status(204)],
  },
  { operation: 'get /api/account', ...ofBuyer, expect: [status(200)] },
  {
    operation: 'patch /api/account',
    ...ofBuyer,
    body: { name: 'Ada Lovelace' },
    expect: [status(200), holds('it has the new name', "pm.response.json().user.name === 'Ada Lovelace'")],
  },
  { operation: 'post /api/auth/verify-email/resend', ...ofBuyer, expect: [status(202)] },
  {
    operation: 'post /api/auth/verify-email',
    name: 'Verify an address with a token that nobody mailed',
    body: { token: noToken },
    expect: [status(400), holds('it says why', "pm.response.json().code === 'INVALID_TOKEN'")],
  },
  { operation: 'post /api/auth/forgot-password', body: { email: '{{email}}' }, expect: [status(202)] },
  {
    operation: 'post /api/auth/reset-password',
    name: 'Reset a password with a token that nobody mailed',
    body: { token: noToken, password: 'another horse battery' },
    expect: [status(400), holds('it says why', "pm.response.json().code === 'INVALID_TOKEN'")],
  },
  {
    operation: 'post /api/auth/change-password',
    ...ofBuyer,
    body: { password: account.password, newPassword: account.password },
    expect: [status(200)],
  },
  {
    operation: 'get /.well-known/jwks.json',
    expect: [status(200), holds('there is a key', 'pm.response.json().keys.length > 0')],
  },
];

