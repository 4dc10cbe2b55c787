import type { Log } from '@orders/shared/log';

export interface MailRateNeeds {
  /** What the operator set; the quota is not asked then. */
  fixed: number | undefined;
  readRate: () => Promise<number>;
  log: Log;
}

// SES begins with this for a new account; -1 there means that there is no limit.
const rateUntilKnown = 1;
const rateWithoutLimit = 1_000;

/** How many mails a second may go: what was set, else the account's quota as it was last read. */
export function createMailRate({ fixed, readRate, log }: MailRateNeeds) {
  let rate = fixed ?? rateUntilKnown;
  return {
    current: () => rate,
    refresh: async (): Promise<void> => {
      if (fixed !== undefined) return;
      const quota = await readRate();
      const next = quota < 0 ? rateWithoutLimit : Math.max(quota, rateUntilKnown);
      if (next !== rate) log.info({ mailsPerSecond: next }, 'mail rate follows the quota');
      rate = next;
    },
  };
}
