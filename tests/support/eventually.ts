/** Waits until `expectation` holds; throws what it last threw when it still does not after `withinMs`. */
export async function eventually(expectation: () => unknown, withinMs = 5_000): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (Date.now() >= until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
