import { overloaded } from '@orders/shared/errors';
import type { RequestHandler } from 'express';
import { Counter, Gauge } from 'prom-client';

const inFlight = new Gauge({
  name: 'http_requests_in_flight',
  help: 'Requests that have arrived whole and wait for their answer, without event streams.',
});

const turnedAway = new Counter({
  name: 'http_requests_turned_away_total',
  help: 'Requests that were answered 503 at once, since too many were in flight.',
});

export interface Admission {
  /** Turns requests away at their first line while there is no room, for little. */
  turnAwayWhenFull: RequestHandler;
  /** Does the work of a request that has arrived whole; rejects with OVERLOADED while there is no room. */
  admit: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Bounds how many requests are worked on at once, so that those which are accepted are answered in time. Who is still sending
 * takes no room from others.
 */
export function createAdmission(limit: number): Admission {
  let admitted = 0;
  const expectRoom = () => {
    if (admitted < limit) return;
    turnedAway.inc();
    throw overloaded('too many requests are in flight; try again later');
  };
  const note = (change: number) => {
    admitted += change;
    inFlight.set(admitted);
  };

  return {
    turnAwayWhenFull: (_request, _response, next) => {
      expectRoom();
      next();
    },
    admit: async (work) => {
      expectRoom();
      note(1);
      try {
        return await work();
      } finally {
        note(-1);
      }
    },
  };
}
