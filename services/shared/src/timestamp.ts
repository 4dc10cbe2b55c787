interface Timestamp {
  seconds?: unknown;
  nanos?: number;
}

/** A time as `google.protobuf.Timestamp` has it. */
export const toTimestamp = (at: Date) => ({
  seconds: Math.floor(at.getTime() / 1_000),
  nanos: (at.getTime() % 1_000) * 1_000_000,
});

/** The time that a message holds, undefined where it holds none. */
export const fromTimestamp = (at: Timestamp | null | undefined): Date | undefined =>
  at ? new Date(Number(at.seconds ?? 0) * 1_000 + Math.floor((at.nanos ?? 0) / 1_000_000)) : undefined;
