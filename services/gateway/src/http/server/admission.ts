import { overloaded } from '@orders/shared/errors';
import type { RequestHandler } from 'express';
import { Counter, Gauge } from 'prom-client';

const inFlight = new Gauge({
  name: 'http_requests_in_flight',
  help: 'Requests that have arrived completely and wait for their answer, without event streams.',
});

const turnedAway = new Counter({
  name: 'http_requests_turned_away_total',
  help: 'Requests that were answered 503 at once because too many were in flight.',
});

export interface Admission {
  /** Rejects a request at its first line while the limit is reached, which costs little. */
  rejectWhenFull: RequestHandler;
  /** Does the work of a request that has arrived completely; rejects with OVERLOADED while the limit is reached. */
  admit: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Limits how many requests are worked on at once, so that those accepted are answered in time. */
export function createAdmission(limit: number): Admission {
  // Requests still being received do not count.
  let admitted = 0;
  const expectRoom = () => {
    if (admitted < limit) return;
    turnedAway.inc();
    throw overloaded('too many requests are in flight; try again later');
  };
  const count = (change: number) => {
    admitted += change;
    inFlight.set(admitted);
  };

  return {
    rejectWhenFull: (_request, _response, next) => {
      expectRoom();
      next();
    },
    admit: async (work) => {
      expectRoom();
      count(1);
      try {
        return await work();
      } finally {
        count(-1);
      }
    },
  };
}
