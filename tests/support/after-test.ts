const callbacks: (() => void)[] = [];

afterEach(() => {
  for (const end of callbacks.splice(0)) end();
});

/** Calls `end` at the end of the current test, even when it fails. */
export const afterTest = (end: () => void): void => void callbacks.push(end);
