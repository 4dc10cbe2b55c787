import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { forbiddenOrigin } from './failures';

/** Headers for every answer: pages may load only this origin's own files, and run no inline script. */
export const securityHeaders = (isProduction: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Without TLS, as in development, the header would lock browsers out.
    strictTransportSecurity: isProduction,
  });

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a changing request that a page of another origin sends with our cookies. */
export const createOriginCheck =
  (allowedOrigins: string[]): RequestHandler =>
  (request, _response, next) => {
    const { origin, cookie } = request.headers;
    const isHarmless = safeMethods.has(request.method) || cookie === undefined || origin === undefined;
    if (isHarmless || allowedOrigins.includes(origin) || hostOf(origin) === request.host) next();
    else next(forbiddenOrigin());
  };

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined);
