import { unavailable } from '@orders/shared/errors';
import type { RequestHandler } from 'express';
import { requestTimeout } from './failures';

/** Answers by itself when nobody else has: 408 while the request is still arriving, else 503. */
export const createTimeLimit =
  (limitMs: number): RequestHandler =>
  (request, response, next) => {
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      next(request.complete ? unavailable('it took too long') : requestTimeout());
    }, limitMs);
    response.once('close', () => clearTimeout(timer));
    next();
  };
