/** Who is signed in, as the page remembers it; the tokens are in cookies that no script can read. */
export interface Session {
  _id: string;
  name: string;
  email: string;
  role: 'user' | 'admin';
}

/** What the API says about the account of the caller. */
export interface Account {
  _id: string;
  name: string;
  email: string;
  emailVerified?: boolean;
  createdAt?: string;
}

/** A sign-in that has not ended. */
export interface OpenSession {
  id: string;
  createdAt: string;
  lastUsedAt: string;
  userAgent: string;
  current: boolean;
}

/** The role that an access token names. */
export function roleIn(token: string): Session['role'] {
  try {
    const payload = token.split('.')[1] ?? '';
    const { role } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { role?: unknown };
    return role === 'admin' ? 'admin' : 'user';
  } catch {
    return 'user';
  }
}
