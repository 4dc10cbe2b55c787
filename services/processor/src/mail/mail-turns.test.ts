import { assignTurns } from './mail-turns';

const of = (userId: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ orderId: `${userId}${String(index)}`, userId }));
const turnsOf = (mails: ReturnType<typeof assignTurns>, userId: string) =>
  mails.filter((mail) => mail.userId === userId).map(({ turn }) => turn);

test('each user has one mail a turn, from the turn on that all are at', () => {
  const turns = assignTurns([...of('ada', 3), ...of('bob', 1)], 7, new Map());

  expect(turnsOf(turns, 'ada')).toEqual([7, 8, 9]);
  expect(turnsOf(turns, 'bob')).toEqual([7]);
});

test('a user who has turns gets later ones, and one whose turns are over does not fall behind', () => {
  const last = new Map([
    ['ada', 40],
    ['bob', 2],
  ]);

  const turns = assignTurns([...of('ada', 2), ...of('bob', 2)], 7, last);

  expect(turnsOf(turns, 'ada')).toEqual([41, 42]);
  expect(turnsOf(turns, 'bob')).toEqual([7, 8]);
  expect(last.get('ada')).toBe(40);
});
