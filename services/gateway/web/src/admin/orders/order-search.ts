export interface OrderSearch {
  /** Where the text is a whole order id. */
  orderId?: string;
  /** What the API is asked for. */
  filter: { userId?: string };
  /** Why nothing can be searched by the text. */
  problem?: string;
}

/** What an admin looks for: an order by its id, or the orders of a user. */
export function searchOf(text: string): OrderSearch {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return { filter: {} };
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(wanted)) return { orderId: wanted, filter: {} };
  if (/^[0-9a-f]{24}$/.test(wanted)) return { filter: { userId: wanted } };
  return { filter: {}, problem: 'Type a whole order id (36 characters) or a user id (24 hex digits).' };
}
