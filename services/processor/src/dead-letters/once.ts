import type { OperatorAction } from './operator-actions';

export interface OnceNeeds {
  /** The result of an action whose operation was carried out before. */
  findResult: (action: OperatorAction) => Promise<object | undefined>;
}

/** Carries out an action, or answers its first result where its operation was carried out before. */
export type Once = <Result extends object>(action: OperatorAction, work: () => Promise<Result>) => Promise<Result>;

/** Of several requests with one operation id each waits for the one before, so that it finds its result. */
export function createOnce({ findResult }: OnceNeeds): Once {
  const lastTurns = new Map<string, Promise<unknown>>();

  return async <Result extends object>(action: OperatorAction, work: () => Promise<Result>): Promise<Result> => {
    const { operationId } = action;
    if (operationId === '') return work();
    const before = lastTurns.get(operationId)?.catch(() => undefined);
    const turn = (async () => {
      await before;
      return ((await findResult(action)) as Result | undefined) ?? work();
    })();
    lastTurns.set(operationId, turn);
    try {
      return await turn;
    } finally {
      if (lastTurns.get(operationId) === turn) lastTurns.delete(operationId);
    }
  };
}
