import type { AuditLimits } from './audit-facts';

const minuteMs = 60_000;

/** A running system: past these a sweep should long have done it. */
export const limitsOf = ({ reservationLifeMs }: { reservationLifeMs: number }): AuditLimits => ({
  pendingMs: 15 * minuteMs,
  outboxMs: 5 * minuteMs,
  mailMs: 60 * minuteMs,
  heldMs: 14 * minuteMs + reservationLifeMs,
});

/** A running system whose reservations live for a minute. */
export const auditLimits = limitsOf({ reservationLifeMs: minuteMs });

/** A system at rest: nothing may be in flight at all. */
export const restLimits: AuditLimits = { pendingMs: 0, outboxMs: 0, mailMs: 0, heldMs: 0 };
