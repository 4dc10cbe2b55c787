const dayMs = 86_400_000;

/** How long a Void is kept: past the queue's retention and redrive (44 days), and less than a reservation (60 days). */
export const voidRetentionMs = 45 * dayMs;
