export interface OrderSearch {
  /** Where the text is a whole order id. */
  orderId?: string;
  /** What the API is asked for. */
  filter: { userId?: string; id?: string; email?: string };
  /** Why nothing can be searched by the text. */
  problem?: string;
}

/** What an admin looks for: an order by its id or the beginning of it, or the orders of an address or a user. */
export function searchOf(text: string): OrderSearch {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return { filter: {} };
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(wanted)) return { orderId: wanted, filter: {} };
  if (/^[0-9a-f]{24}$/.test(wanted)) return { filter: { userId: wanted } };
  if (/^[0-9a-f]{8}[0-9a-f-]{0,28}$/.test(wanted)) return { filter: { id: wanted } };
  if (/^[^\s@]+@[^\s@]+$/.test(wanted)) return { filter: { email: text.trim() } };
  return { filter: {}, problem: 'Type an e-mail address, an order id or its first 8 characters, or a user id.' };
}
