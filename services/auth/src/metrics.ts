import { registry } from '@orders/shared/metrics';
import { Counter, Gauge } from 'prom-client';
import type { LoginOutcome } from './use-cases/login-user';
import type { RefreshOutcome } from './use-cases/sessions';

const logins = new Counter({
  name: 'auth_logins_total',
  help: 'Logins by outcome: success, rejected (unknown address or wrong password), error.',
  labelNames: ['outcome'],
  registers: [registry],
});

const refreshes = new Counter({
  name: 'auth_refreshes_total',
  help: 'Refreshes by outcome: success, repeated (a spent token within the grace), rejected, reused (a spent token revoked its family).',
  labelNames: ['outcome'],
  registers: [registry],
});

export const authMetrics = {
  countLogin: (outcome: LoginOutcome): void => logins.inc({ outcome }),
  countRefresh: (outcome: RefreshOutcome): void => refreshes.inc({ outcome }),
};

/** Shows how many passwords wait to be hashed or checked. */
export const showWaitingHashes = (waitingCount: () => number): void => {
  new Gauge({
    name: 'auth_password_hashes_waiting',
    help: 'Passwords that wait to be hashed or checked.',
    registers: [registry],
    collect() {
      this.set(waitingCount());
    },
  });
};
