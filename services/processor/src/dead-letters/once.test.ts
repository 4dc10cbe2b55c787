import { createOnce } from './once';
import type { OperatorAction } from './operator-actions';

const actionOf = (operationId: string): OperatorAction => ({ act: 'redrive', operator: 'ada', operationId });

function aLog() {
  const results = new Map<string, object>();
  const once = createOnce({ findResult: ({ operationId }) => Promise.resolve(results.get(operationId)) });
  let times = 0;
  const carryOut = (operationId: string) =>
    once(actionOf(operationId), async () => {
      const result = { times: (times += 1) };
      await Promise.resolve();
      if (operationId !== '') results.set(operationId, result);
      return result;
    });
  return { once, carryOut };
}

test('a repeated operation gets the first result', async () => {
  const { carryOut } = aLog();

  expect([await carryOut('a'), await carryOut('a'), await carryOut('b')]).toEqual([
    { times: 1 },
    { times: 1 },
    { times: 2 },
  ]);
});

test('an operation that arrives twice at once is carried out once', async () => {
  const { carryOut } = aLog();

  expect(await Promise.all([carryOut('a'), carryOut('a'), carryOut('a')])).toEqual(Array(3).fill({ times: 1 }));
});

test('a failed operation is carried out again, also by the one that waited for it', async () => {
  const { once, carryOut } = aLog();
  const failing = once(actionOf('a'), () => Promise.reject(new Error('unavailable')));

  const next = carryOut('a');

  await expect(failing).rejects.toThrow('unavailable');
  expect(await next).toEqual({ times: 1 });
});

test('actions without an operation are carried out each time', async () => {
  const { carryOut } = aLog();

  expect([await carryOut(''), await carryOut('')]).toEqual([{ times: 1 }, { times: 2 }]);
});
