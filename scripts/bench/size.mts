export interface SizeCosts {
  /** What a call costs with everything stored, as a multiple of what it costs empty, round by round. */
  place: number[];
  read: number[];
  page: number[];
  stored: { orders: number; users: number; products: number };
}
