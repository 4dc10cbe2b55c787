import type { RequestHandler } from 'express';
import { forbiddenOrigin } from './failures';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses to change anything for a page of another origin that brings our cookies. */
export const createOriginCheck =
  (allowedOrigins: string[]): RequestHandler =>
  (request, _response, next) => {
    const { origin, cookie } = request.headers;
    const isHarmless = safeMethods.has(request.method) || cookie === undefined || origin === undefined;
    if (isHarmless || allowedOrigins.includes(origin) || hostOf(origin) === request.host) next();
    else next(forbiddenOrigin());
  };

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined);
