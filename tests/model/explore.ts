/** A state is small whole numbers by name, always in the same order. */
export type Numbers = Record<string, number>;

/** One thing that may happen in a state. */
export interface Step<State> {
  name: string;
  to: State;
}

export interface Model<State extends Numbers> {
  starts: State[];
  /** Everything that may happen next, faults too. */
  steps: (state: State) => Step<State>[];
  /** What must never be seen, in words; undefined where all is well. */
  problem: (state: State) => string | undefined;
  /** Of states that differ in who is who only, the one that stands for all. */
  standsFor?: (state: State) => State;
}

export interface Exploration {
  states: number;
  /** The shortest way to a problem, where there is one. */
  story?: string[];
}

/** A step where it is possible; for models that are a list of such rules. */
export const when = <State>(isPossible: boolean, name: string, to: State): Step<State>[] =>
  isPossible ? [{ name, to }] : [];

/** Visits every state that can be reached, nearest first; stops at the first problem. */
export function explore<State extends Numbers>({ starts, steps, problem, standsFor }: Model<State>): Exploration {
  const seen = new Set<string>();
  const states: (State | undefined)[] = [];
  const reached: { from: number; name: string }[] = [];
  const visit = (found: State, from: number, name: string): string | undefined => {
    const state = standsFor ? standsFor(found) : found;
    const key = keyOf(state);
    if (seen.has(key)) return undefined;
    seen.add(key);
    states.push(state);
    reached.push({ from, name });
    return problem(state);
  };
  for (const start of starts) visit(start, -1, 'begin');
  for (let index = 0; index < states.length; index += 1) {
    for (const { name, to } of steps(states[index]!)) {
      const wrong = visit(to, index, name);
      if (wrong !== undefined) return { states: states.length, story: [...storyOf(reached), `so: ${wrong}`] };
    }
    // From here on only the way to it is needed.
    states[index] = undefined;
  }
  return { states: states.length };
}

/** Two numbers a character: each is below 256. */
function keyOf(state: Numbers): string {
  const values = Object.values(state);
  const codes: number[] = [];
  for (let index = 0; index < values.length; index += 2) codes.push((values[index]! << 8) | (values[index + 1] ?? 0));
  return String.fromCharCode.apply(null, codes);
}

function storyOf(reached: { from: number; name: string }[]): string[] {
  const story: string[] = [];
  for (let index = reached.length - 1; reached[index]!.from >= 0; index = reached[index]!.from) {
    story.unshift(reached[index]!.name);
  }
  return story;
}
