import { createGroupCommit, type Batch } from './group-commit';
import { currentWrites, noteWrite, watchWrites } from './writes';

const deferredCommit = () => {
  const batches: { requests: number[]; finish: (error?: Error) => void }[] = [];
  const commit = (requests: number[]) =>
    new Promise<string[]>((resolve, reject) => {
      batches.push({
        requests,
        finish: (error) => {
          if (error) reject(error);
          else resolve(requests.map((request) => `answer ${String(request)}`));
        },
      });
    });
  return { batches, commit };
};
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('requests that arrive while a batch is being written share the next one, each with its own answer', async () => {
  const { batches, commit } = deferredCommit();
  const group = createGroupCommit({ commit, maxBatch: 10, maxWaiting: 10 });
  const first = group.submit(1);
  await nextTurn();

  const others = [group.submit(2), group.submit(3)];
  await nextTurn();
  expect(batches.map((batch) => batch.requests)).toEqual([[1]]);
  batches[0]?.finish();
  expect(await first).toBe('answer 1');
  await nextTurn();
  batches[1]?.finish();

  expect(await Promise.all(others)).toEqual(['answer 2', 'answer 3']);
  expect(batches.map((batch) => batch.requests)).toEqual([[1], [2, 3]]);
});

test('a batch that fails takes only its own callers with it', async () => {
  const { batches, commit } = deferredCommit();
  const group = createGroupCommit({ commit, maxBatch: 1, maxWaiting: 10 });
  const failing = group.submit(1);
  const sound = group.submit(2);
  await nextTurn();

  batches[0]?.finish(new Error('disk'));
  await expect(failing).rejects.toThrow('disk');
  await nextTurn();
  batches[1]?.finish();

  expect(await sound).toBe('answer 2');
});

test('past the bound a request is refused at once, and a group that does not fit is refused whole', async () => {
  const { batches, commit } = deferredCommit();
  const group = createGroupCommit({ commit, maxBatch: 10, maxWaiting: 2 });
  const accepted = [group.submit(1)];

  await expect(group.submitAll([2, 3])).rejects.toMatchObject({ kind: 'OVERLOADED' });
  accepted.push(group.submit(4));
  await expect(group.submit(5)).rejects.toMatchObject({ kind: 'OVERLOADED' });
  await nextTurn();
  batches[0]?.finish();

  expect(await Promise.all(accepted)).toEqual(['answer 1', 'answer 4']);
});

test('beside a commit that is under way only a full batch begins', async () => {
  const { batches, commit } = deferredCommit();
  const group = createGroupCommit({ commit, maxBatch: 2, maxWaiting: 10, concurrency: 2 });
  const answers = [group.submit(1)];
  await nextTurn();

  answers.push(group.submit(2));
  await nextTurn();
  expect(batches.map(({ requests }) => requests)).toEqual([[1]]);
  answers.push(group.submit(3), group.submit(4));
  await nextTurn();
  expect(batches.map(({ requests }) => requests)).toEqual([[1], [2, 3]]);
  batches.forEach(({ finish }) => finish());
  await nextTurn();
  await nextTurn();
  batches[2]?.finish();

  expect(await Promise.all(answers)).toEqual(['answer 1', 'answer 2', 'answer 3', 'answer 4']);
});

test('every caller of a batch learns whether it has sent a write, also where it fails', async () => {
  const commit = (requests: string[]) => {
    if (requests.includes('write')) noteWrite();
    return Promise.reject(new Error('lost'));
  };
  const group = createGroupCommit<string, string>({ commit, maxBatch: 2, maxWaiting: 10 });
  const submit = async (request: string) => {
    const writes = { wereSent: false };
    await watchWrites(writes, () => group.submit(request)).catch(() => undefined);
    return writes.wereSent;
  };

  const sent = await Promise.all(['read', 'write', 'read', 'read'].map(submit));

  expect(sent).toEqual([true, true, false, false]);
});

describe('a request whose time is over', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 0, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const leavingGroup = ({ fromSealedAfterMs = Infinity } = {}) => {
    const batches: { requests: number[]; batch: Batch; finish: () => void }[] = [];
    const group = createGroupCommit<number, string>({
      commit: (requests, batch) =>
        new Promise((resolve) => {
          const writes = currentWrites();
          const finish = () => {
            noteWrite(writes);
            resolve(requests.map(() => 'done'));
          };
          batches.push({ requests, batch, finish });
        }),
      maxBatch: 2,
      maxWaiting: 10,
      leaving: {
        answer: 'too late',
        at: (deadline) => deadline,
        fromSealedAt: (deadline) => deadline + fromSealedAfterMs,
      },
    });
    const submit = async (deadline: number) => {
      const writes = { wereSent: false };
      const answer = await watchWrites(writes, () => group.submit(deadline));
      return { answer, wereSent: writes.wereSent };
    };
    return { batches, submit };
  };
  const leftEarly = { answer: 'too late', wereSent: false };
  const written = { answer: 'done', wereSent: true };

  test('leaves the queue, and the batches after it do not have it', async () => {
    const { batches, submit } = leavingGroup();
    const answers = [1_000, 2_000].map(submit);
    await nextTurn();
    batches[0]!.batch.seal();
    const [late, patient] = [submit(1_000), submit(3_000)];

    await jest.advanceTimersByTimeAsync(1_100);

    expect(await late).toEqual(leftEarly);
    batches[0]!.finish();
    expect(await Promise.all(answers)).toEqual([written, written]);
    await nextTurn();
    expect(batches[1]!.requests).toEqual([3_000]);
    batches[1]!.finish();
    expect(await patient).toEqual(written);
  });

  test('leaves its batch, which knows that nothing may be done for it', async () => {
    const { batches, submit } = leavingGroup();
    const [late, patient] = [submit(1_000), submit(2_000)];
    await nextTurn();

    await jest.advanceTimersByTimeAsync(1_100);

    expect(await late).toEqual(leftEarly);
    expect([0, 1].map(batches[0]!.batch.hasLeft)).toEqual([true, false]);
    batches[0]!.finish();
    expect(await patient).toEqual(written);
  });

  test('stays in a batch that is sealed, because something may be done for it', async () => {
    const { batches, submit } = leavingGroup();
    const late = submit(1_000);
    await nextTurn();

    batches[0]!.batch.seal();
    await jest.advanceTimersByTimeAsync(1_100);

    expect(batches[0]!.batch.hasLeft(0)).toBe(false);
    batches[0]!.finish();
    expect(await late).toEqual(written);
  });

  test('leaves a sealed batch where it may, and learns that something may be done; its neighbours wait on', async () => {
    const { batches, submit } = leavingGroup({ fromSealedAfterMs: 500 });
    const [late, patient] = [submit(1_000), submit(2_000)];
    const hasAnswer = jest.fn();
    void late.then(hasAnswer);
    await nextTurn();

    batches[0]!.batch.seal();
    await jest.advanceTimersByTimeAsync(1_400);
    expect(hasAnswer).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(200);

    expect(await late).toEqual({ answer: 'too late', wereSent: true });
    batches[0]!.finish();
    expect(await patient).toEqual(written);
  });
});

test('a caller whose answer says that nothing was done for it learns of no write of its batch', async () => {
  const commit = (requests: string[]) => {
    noteWrite();
    return Promise.resolve(requests);
  };
  const isNothingDone = (answer: string) => answer === 'refused';
  const group = createGroupCommit({ commit, maxBatch: 2, maxWaiting: 10, isNothingDone });
  const writes = [{ wereSent: false }, { wereSent: false }];

  await Promise.all(
    ['refused', 'done'].map((request, index) => watchWrites(writes[index]!, () => group.submit(request))),
  );

  expect(writes).toEqual([{ wereSent: false }, { wereSent: true }]);
});
