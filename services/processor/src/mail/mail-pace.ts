import type { Log } from '@orders/shared/log';

export interface MailPaceNeeds {
  /** Mails a second that are allowed now. */
  rate: () => number;
  monotonicMs: () => number;
  /** Resolves after the time, or at once when the process is stopping. */
  wait: (milliseconds: number) => Promise<unknown>;
}

// How much unused time may be made up for: less than SES allows as a burst.
const burstMs = 100;

/** Spreads mails evenly over time, however many are pending. */
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
    /** Returns a turn that was not used. */
    giveBack: (): void => {
      nextAt -= 1_000 / rate();
    },
    /** Holds all mails back for a while, because the mail service throttled us. */
    pause: (milliseconds: number): void => {
      nextAt = Math.max(nextAt, monotonicMs() + milliseconds);
    },
  };
}

export interface MailRateNeeds {
  /** The operator's setting; the account's quota is not read then. */
  fixed: number | undefined;
  readQuota: () => Promise<number>;
  log: Log;
}

// The quota of a new SES account.
const lowestRate = 1;
const unlimitedRate = 1_000;

/** How many mails a second may be sent: the operator's setting, else the account's quota as it was last read. */
export function createMailRate({ fixed, readQuota, log }: MailRateNeeds) {
  let rate = fixed ?? lowestRate;
  return {
    current: () => rate,
    refresh: async (): Promise<void> => {
      if (fixed !== undefined) return;
      const quota = await readQuota();
      // SES says -1 where there is no limit.
      const next = quota < 0 ? unlimitedRate : Math.max(quota, lowestRate);
      if (next !== rate) log.info({ mailsPerSecond: next }, 'mail rate changed with the quota');
      rate = next;
    },
  };
}
