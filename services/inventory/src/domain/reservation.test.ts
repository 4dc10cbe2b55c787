import { moveOf, type ReservationAction, type ReservationState } from './reservation-state';

type Row = [ReservationState | 'none', ReservationAction, [answer: string, becomes?: string, stock?: string]];

const table: Row[] = [
  ['none', 'reserve', ['take', 'held', 'available to held']],
  ['none', 'commit', ['not held']],
  ['none', 'release', ['released', 'released']],
  ['none', 'expire', ['left alone']],
  ['held', 'reserve', ['repeat']],
  ['held', 'commit', ['committed', 'committed', 'held to committed']],
  ['held', 'release', ['released', 'released', 'held to available']],
  ['held', 'expire', ['expired', 'expired', 'held to available']],
  ['committed', 'reserve', ['repeat']],
  ['committed', 'commit', ['committed']],
  ['committed', 'release', ['released', 'released', 'committed to available']],
  ['committed', 'expire', ['left alone']],
  ['released', 'reserve', ['closed']],
  ['released', 'commit', ['released']],
  ['released', 'release', ['released']],
  ['released', 'expire', ['left alone']],
  ['expired', 'reserve', ['take', 'held', 'available to held']],
  ['expired', 'commit', ['not held']],
  ['expired', 'release', ['released', 'released']],
  ['expired', 'expire', ['left alone']],
];

test.each(table)('%s, told to %s, means %j', (state, action, [answer, becomes, stock]) => {
  const move = moveOf(state, action);

  expect(move.answer).toBe(answer);
  expect(move.becomes).toBe(becomes);
  expect(move.stock && `${move.stock.from} to ${move.stock.to}`).toBe(stock);
});

test('the table above has a row for every state and action', () => {
  expect(new Set(table.map(([state, action]) => `${state} ${action}`)).size).toBe(5 * 4);
});
