import { judgeResources, type Sample } from './resources';

type Changes = Partial<Sample['processes'][number]> & { bytes?: number; name?: string };

/** Thirty samples in two hours, of a system that stays as it is but for one process, called `order`. */
const samplesWith = (changesAt: (place: number) => Changes): Sample[] =>
  Array.from({ length: 30 }, (_, place) => {
    const { bytes, ...changes } = changesAt(place);
    const steady = { name: 'inventory', pid: 1, memory: 100, peak: 120, files: 60 };
    const processes = [steady, { ...steady, name: 'order', ...changes }];
    const sizes = { bytes: bytes ?? place * 400_000, bytesOnDisk: 0 };
    return { hours: place / 15, orders: place * 100, processes, ...sizes };
  });

test.each<[string, (place: number) => Changes, string]>([
  ['a leak of memory', (place) => ({ memory: 100 + place }), 'the memory of order grows by 15 MiB an hour'],
  ['a leak of files', (place) => ({ files: 60 + 2 * place }), 'the open files of order grow by 30 an hour'],
  ['one peak above the bound', (place) => ({ peak: place === 3 ? 300 : 120 }), 'order took 300 MiB, more than 256'],
  [
    'orders that take more and more room',
    (place) => ({ bytes: place ** 2 * 20_000 }),
    'an order adds 8800 bytes to the databases, and 3000 at first',
  ],
])('finds %s', (_, changesAt, finding) => {
  expect(judgeResources(samplesWith(changesAt)).findings).toEqual([finding]);
});

test('finds nothing in a system that stays as it is', () => {
  const { findings, processes } = judgeResources(samplesWith(() => ({})));
  expect(findings).toEqual([]);
  expect(processes[1]).toMatchObject({ process: 'order', lives: 1, memoryPeak: 120, memoryPerHour: 0, filesAtEnd: 60 });
});

test('judges a process that was restarted by its longest life', () => {
  const { processes } = judgeResources(
    samplesWith((place) => ({ pid: place < 10 ? 2 : 3, memory: 100 + (place % 10) })),
  );
  expect(processes[1]).toMatchObject({ lives: 2, memoryAtStart: 100 });
});
