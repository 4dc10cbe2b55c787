import { ApiError, unreachable } from './api-error';
import type { Session } from '../account/session';

export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: object;
  /** A body that is no JSON object, and its media type. */
  upload?: { content: Blob; type: string };
  headers?: Record<string, string>;
}

export interface ApiNeeds {
  fetch: typeof globalThis.fetch;
  /** Gets a new token; returns whether there is one. Called once however many requests find theirs expired. */
  renew: (sentAt: number) => Promise<boolean>;
  now: () => number;
}

export type Api = <T>(path: string, request?: ApiRequest) => Promise<T>;

/** Calls the REST API; an expired token is renewed once, and the request sent again. */
export const createApi = ({ fetch, renew, now }: ApiNeeds): Api => {
  const send = createSend(fetch);
  return async (path, request = {}) => {
    const sentAt = now();
    try {
      return await send(path, request);
    } catch (error) {
      const isTokenExpired = error instanceof ApiError && error.code === 'UNAUTHENTICATED';
      if (!isTokenExpired || !(await renew(sentAt))) throw error;
      return send(path, request);
    }
  };
};

/** Sends one request; returns the body of a success, and throws an ApiError otherwise. */
export const createSend =
  (fetch: typeof globalThis.fetch): Api =>
  async <T>(path: string, request: ApiRequest = {}): Promise<T> => {
    const response = await fetch(path, toFetchOptions(request)).catch((error: unknown) => {
      throw unreachable(error);
    });
    const answer: unknown = response.status === 204 ? {} : await response.json().catch(() => ({}));
    if (!response.ok) throw ApiError.from(response, answer);
    return answer as T;
  };

function toFetchOptions({ method, body, upload, headers }: ApiRequest): RequestInit {
  if (upload)
    return { method: method ?? 'POST', headers: { 'Content-Type': upload.type, ...headers }, body: upload.content };
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
