import { ApiError, unreachable } from './api-error';
import type { Session } from './session/session';

export interface Asked {
  method?: 'GET' | 'POST' | 'PATCH';
  body?: object;
  headers?: Record<string, string>;
}

export interface ApiNeeds {
  fetch: typeof globalThis.fetch;
  /** Gets a new token; says whether there is one. Called once however many requests find theirs too old. */
  renew: (askedAt: number) => Promise<boolean>;
  now: () => number;
}

export type Api = <T>(path: string, asked?: Asked) => Promise<T>;

/** Asks the REST API; a token that ran out is renewed once, and the request sent again. */
export const createApi = ({ fetch, renew, now }: ApiNeeds): Api => {
  const ask = createAsk(fetch);
  return async (path, asked = {}) => {
    const askedAt = now();
    try {
      return await ask(path, asked);
    } catch (error) {
      const isTokenOld = error instanceof ApiError && error.code === 'UNAUTHENTICATED';
      if (!isTokenOld || !(await renew(askedAt))) throw error;
      return ask(path, asked);
    }
  };
};

/** One request; answers the body of a success, and throws an ApiError otherwise. */
export const createAsk =
  (fetch: typeof globalThis.fetch): Api =>
  async <T>(path: string, asked: Asked = {}): Promise<T> => {
    const response = await fetch(path, requestOf(asked)).catch((error: unknown) => {
      throw unreachable(error);
    });
    const answer: unknown = response.status === 204 ? {} : await response.json().catch(() => ({}));
    if (!response.ok) throw ApiError.from(response, answer);
    return answer as T;
  };

function requestOf({ method, body, headers }: Asked): RequestInit {
  if (body === undefined) return { method: method ?? 'GET', headers: { ...headers } };
  return {
    method: method ?? 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

export interface SessionAnswer {
  user: Omit<Session, 'role'>;
  token: string;
}
