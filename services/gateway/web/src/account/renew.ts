export interface RenewNeeds {
  /** Spends the refresh token; false where it is no longer valid. */
  refresh: () => Promise<boolean>;
  /** When some tab of this browser last renewed, in milliseconds since the epoch. */
  renewedAt: () => number;
  /** Runs the work while no other tab runs it. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * Renews the session once for all requests and tabs that find it expired: a refresh token that is spent twice ends the
 * session.
 */
export const createRenew = ({ refresh, renewedAt, exclusively }: RenewNeeds) => {
  let running: Promise<boolean> | undefined;
  return (sentAt: number): Promise<boolean> => {
    running ??= exclusively(() => (renewedAt() > sentAt ? Promise.resolve(true) : refresh())).finally(() => {
      running = undefined;
    });
    return running;
  };
};
