// The demo's buyer, and the shopkeeper who restocks.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Variables } from '../system/env-file.mts';
import { root } from '../system/folders.mts';
import { serviceEntry } from '../system/start-part.mts';
import { expectStatus, type Rest } from './rest.mts';

const run = promisify(execFile);

export interface Account {
  name: string;
  email: string;
  password: string;
}

export interface SignedIn {
  userId: string;
  token: string;
}

export const demoBuyer: Account = { name: 'Demo Buyer', email: 'demo@example.com', password: 'demo-password' };
const shopkeeper: Account = { name: 'Demo Shopkeeper', email: 'shopkeeper@example.com', password: 'demo-password' };

/** Registers the account, or signs in to it where it exists. */
export async function signIn(rest: Rest, account: Account): Promise<SignedIn> {
  const registered = await rest({ method: 'POST', path: '/api/auth/register', body: account });
  const body = registered.status === 409 ? await logIn(rest, account) : expectStatus(registered, 201);
  return { userId: (body['user'] as { _id: string })._id, token: body['token'] as string };
}

export async function signInShopkeeper(rest: Rest, env: Variables): Promise<SignedIn> {
  await signIn(rest, shopkeeper);
  await run(process.execPath, [serviceEntry('auth', 'admin-grant'), shopkeeper.email], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  // The role is in the token, so it takes one that is made after the grant.
  return signIn(rest, shopkeeper);
}

async function logIn(rest: Rest, { email, password }: Account): Promise<Record<string, unknown>> {
  return expectStatus(await rest({ method: 'POST', path: '/api/auth/login', body: { email, password } }), 200);
}
