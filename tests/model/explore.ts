/** A state: small whole numbers by name, always in the same order. */
export type Numbers = Record<string, number>;

/** A possible step from a state. */
export interface Step<State> {
  name: string;
  to: State;
}

export interface Model<State extends Numbers> {
  starts: State[];
  /** All possible steps, faults included. */
  steps: (state: State) => Step<State>[];
  /** What is wrong with a state; undefined if nothing is. */
  problem: (state: State) => string | undefined;
  /** Maps states that differ only in the names of equal actors to one of them. */
  canonical?: (state: State) => State;
}

export interface Exploration {
  states: number;
  /** The shortest sequence of steps to a problem, if there is one. */
  counterexample?: string[];
}

/** A step if it is possible, for models that are lists of such rules. */
export const when = <State>(isPossible: boolean, name: string, to: State): Step<State>[] =>
  isPossible ? [{ name, to }] : [];

/** Visits every reachable state, nearest first; stops at the first problem. */
export function explore<State extends Numbers>({ starts, steps, problem, canonical }: Model<State>): Exploration {
  const seen = new Set<string>();
  const states: (State | undefined)[] = [];
  const reached: { from: number; name: string }[] = [];
  const visit = (found: State, from: number, name: string): string | undefined => {
    const state = canonical ? canonical(found) : found;
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
      if (wrong !== undefined) return { states: states.length, counterexample: [...stepsTo(reached), `so: ${wrong}`] };
    }
    // Only the steps to it are needed any more.
    states[index] = undefined;
  }
  return { states: states.length };
}

/** Two numbers per character: each is below 256. */
function keyOf(state: Numbers): string {
  const values = Object.values(state);
  const codes: number[] = [];
  for (let index = 0; index < values.length; index += 2) codes.push((values[index]! << 8) | (values[index + 1] ?? 0));
  return String.fromCharCode.apply(null, codes);
}

function stepsTo(reached: { from: number; name: string }[]): string[] {
  const counterexample: string[] = [];
  for (let index = reached.length - 1; reached[index]!.from >= 0; index = reached[index]!.from) {
    counterexample.unshift(reached[index]!.name);
  }
  return counterexample;
}
