const left: (() => void)[] = [];

afterEach(() => {
  for (const end of left.splice(0)) end();
});

/** Is called at the end of the present test, also where it fails, so that nothing of it goes on. */
export const afterTest = (end: () => void): void => void left.push(end);
