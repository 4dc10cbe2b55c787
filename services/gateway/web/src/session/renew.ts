export interface RenewNeeds {
  /** Spends the refresh token; false where it counts no more. */
  refresh: () => Promise<boolean>;
  /** When some tab of this browser last renewed, in milliseconds since the epoch. */
  renewedAt: () => number;
  /** Runs the work while no other tab runs it. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Renews the session once for all requests and tabs that find it too old: a refresh token that is spent twice ends the
 * session.
 */
export const createRenew = ({ refresh, renewedAt, alone }: RenewNeeds) => {
  let running: Promise<boolean> | undefined;
  return (askedAt: number): Promise<boolean> => {
    running ??= alone(() => (renewedAt() > askedAt ? Promise.resolve(true) : refresh())).finally(() => {
      running = undefined;
    });
    return running;
  };
};
