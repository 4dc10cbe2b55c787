export interface MailPaceNeeds {
  /** Mails a second that are allowed now. */
  rate: () => number;
  /** Milliseconds of a clock that never goes back. */
  monotonicMs: () => number;
  /** Resolves after the time or when the process is stopping. */
  wait: (milliseconds: number) => Promise<unknown>;
}

// How much of what was not used may be made up for: less than SES lets pass as a burst.
const burstMs = 100;

/** Spreads mails evenly over time, whatever the backlog. */
export function createMailPace({ rate, monotonicMs, wait }: MailPaceNeeds) {
  let nextAt = monotonicMs();

  return {
    /** Resolves when the next mail may go. */
    take: async (): Promise<void> => {
      const now = monotonicMs();
      const turn = Math.max(nextAt, now - burstMs);
      nextAt = turn + 1_000 / rate();
      if (turn > now) await wait(turn - now);
    },
    /** Gives a turn back that was not used. */
    giveBack: (): void => {
      nextAt -= 1_000 / rate();
    },
    /** Lets nobody go for a while: the other side said that it is too fast. */
    rest: (milliseconds: number): void => {
      nextAt = Math.max(nextAt, monotonicMs() + milliseconds);
    },
  };
}

export type MailPace = ReturnType<typeof createMailPace>;
