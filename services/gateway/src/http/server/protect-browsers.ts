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
        // Images of products may be on any server.
        imgSrc: ["'self'", 'data:', 'https:', 'http:'],
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

// It clears the cookies even where the browser has withheld them, and any form can send it, for it needs no body.
const logoutPath = /^\/api\/auth\/logout\/?$/;

/** Refuses a changing request that a page of another origin sends with our cookies, or by which it would clear them. */
export const createOriginCheck =
  (allowedOrigins: string[]): RequestHandler =>
  (request, _response, next) => {
    const { origin, cookie } = request.headers;
    const isHarmless = safeMethods.has(request.method) || (cookie === undefined && !logoutPath.test(request.path));
    if (origin === undefined || isHarmless || isAllowed(origin, { allowedOrigins, host: request.host })) next();
    else next(forbiddenOrigin());
  };

interface AllowedOrigins {
  allowedOrigins: string[];
  /** As the request names it. */
  host: string;
}

/** Compares as browsers do: without regard to case, and a default port is the same as none. */
function isAllowed(origin: string, { allowedOrigins, host }: AllowedOrigins): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (allowedOrigins.includes(from.origin)) return true;
  // A proxy may end TLS, so the protocol of this gateway is that of the page.
  const here = `${from.protocol}//${host}`;
  return hostForm.test(host) && URL.canParse(here) && new URL(here).host === from.host;
}

const hostForm = /^[^/?#@\\]+$/;
