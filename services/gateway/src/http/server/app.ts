import type { Log } from '@orders/shared/log';
import cookieParser from 'cookie-parser';
import cors from 'cors';
import express, { type Express, type RequestHandler } from 'express';
import type { GatewayConfig } from '../../config';
import type { Admission } from './admission';
import { createErrorAnswer } from './answer';
import type { Authenticate } from './authenticate';
import { beginRequest, createTimeLimit, measureRequest } from './begin-request';
import { routeNotFound } from './failures';
import { mountRoutes } from './mount-routes';
import { createOriginCheck, securityHeaders } from './protect-browsers';
import { parseQuery } from './read-request';
import type { Route } from './route';

export interface AppNeeds {
  routes: Route[];
  /** Files for browsers: the page and the API document. */
  pages: RequestHandler;
  authenticate: Authenticate;
  admission: Admission;
  config: Pick<GatewayConfig, 'CORS_ORIGINS' | 'TRUST_PROXY' | 'NODE_ENV'>;
  /** When a request without an answer gets one, in milliseconds. */
  timeLimitMs: number;
  log: Log;
}

const corsOptions = {
  credentials: true,
  preflightContinue: true,
  methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
  exposedHeaders: ['X-Request-Id', 'ETag', 'Location', 'Idempotent-Replayed', 'Retry-After'],
  maxAge: 600,
};

/** The whole application: what happens to each request, in this order. */
export function createApp({ config, ...needs }: AppNeeds): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.set('query parser', parseQuery);
  app.set('case sensitive routing', true);
  app.set('trust proxy', config.TRUST_PROXY);

  const answerError = createErrorAnswer(needs.log);
  app.use(beginRequest, measureRequest, createTimeLimit({ ...needs, answerError }));
  app.use(securityHeaders(config.NODE_ENV === 'production'));
  // The routes answer OPTIONS themselves, so that Allow is set too.
  if (config.CORS_ORIGINS.length > 0) app.use(cors({ ...corsOptions, origin: config.CORS_ORIGINS }));
  app.use(needs.admission.rejectWhenFull);
  app.use(createOriginCheck(config.CORS_ORIGINS));
  app.use(cookieParser());
  mountRoutes(app, needs);
  app.use(needs.pages);
  app.use((_request, _response, next) => next(routeNotFound()));
  app.use(answerError);
  return app;
}
