// The demo's buyer, who may restock as well.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Variables } from '../system/env-file.mts';
import { root } from '../system/folders.mts';
import { serviceEntry } from '../system/start-part.mts';
import { expectStatus, type Rest } from './rest.mts';

const run = promisify(execFile);

interface Account {
  name: string;
  email: string;
  password: string;
}

export interface SignedIn {
  userId: string;
  token: string;
}

export const demoUser: Account = { name: 'Demo Buyer', email: 'demo@example.com', password: 'demo-password' };

/** The demo user, who is an admin too, so that everything can be tried with one account. */
export async function signInDemoUser(rest: Rest, env: Variables): Promise<SignedIn> {
  const user = await signIn(rest, demoUser);
  if (isAdmin(user.token)) return user;
  await run(process.execPath, [serviceEntry('auth', 'admin-grant'), demoUser.email], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  // The role is in the token, so it takes one that is made after the grant.
  return signIn(rest, demoUser);
}

function isAdmin(token: string): boolean {
  const [, payload = ''] = token.split('.');
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { role?: string }).role === 'admin';
}

/** Registers the account, or signs in to it where it exists. */
async function signIn(rest: Rest, account: Account): Promise<SignedIn> {
  const registered = await rest({ method: 'POST', path: '/api/auth/register', body: account });
  const body = registered.status === 409 ? await logIn(rest, account) : expectStatus(registered, 201);
  return { userId: (body['user'] as { _id: string })._id, token: body['token'] as string };
}

async function logIn(rest: Rest, { email, password }: Account): Promise<Record<string, unknown>> {
  return expectStatus(await rest({ method: 'POST', path: '/api/auth/login', body: { email, password } }), 200);
}
