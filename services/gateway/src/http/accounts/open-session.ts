import type { Response } from 'express';
import type { Session } from '../../clients/auth-client';
import type { SessionCookies } from './session-cookies';
import type { Success } from '../server/route';
import { session as sessionAnswer } from './account-schemas';

/** How the document tells of an answer that signs in. */
export const signedIn = (status: number, description: string): Success => ({
  status,
  description: `${description}; the cookies \`token\` and \`refreshToken\` are set.`,
  schema: sessionAnswer,
});

interface Opening {
  cookies: SessionCookies;
  response: Response;
  session: Session;
}

/** Sets the cookies of a session and answers its body. */
export function openSession({ cookies, response, session }: Opening, message: string) {
  cookies.set(response, session);
  const { user, token, refreshToken, expiresInSeconds } = session;
  return { message, user, token, refreshToken, expiresIn: expiresInSeconds };
}
