import { transitions, type ReservationAction, type ReservationState } from './reservation';

type Row = [ReservationState, ReservationAction, [answer: string, becomes?: string, move?: string]];

const table: Row[] = [
  ['none', 'reserve', ['take', 'held', 'available to held']],
  ['none', 'commit', ['not held']],
  ['none', 'release', ['released', 'released']],
  ['none', 'expire', ['unchanged']],
  ['held', 'reserve', ['repeat']],
  ['held', 'commit', ['committed', 'committed', 'held to committed']],
  ['held', 'release', ['released', 'released', 'held to available']],
  ['held', 'expire', ['expired', 'expired', 'held to available']],
  ['committed', 'reserve', ['repeat']],
  ['committed', 'commit', ['committed']],
  ['committed', 'release', ['released', 'released', 'committed to available']],
  ['committed', 'expire', ['unchanged']],
  ['released', 'reserve', ['closed']],
  ['released', 'commit', ['released']],
  ['released', 'release', ['released']],
  ['released', 'expire', ['unchanged']],
  ['expired', 'reserve', ['take', 'held', 'available to held']],
  ['expired', 'commit', ['not held']],
  ['expired', 'release', ['released', 'released']],
  ['expired', 'expire', ['unchanged']],
];

test.each(table)('%s: %s leads to %j', (state, action, [answer, becomes, move]) => {
  const transition = transitions[state][action];

  expect(transition.answer).toBe(answer);
  expect(transition.becomes).toBe(becomes);
  expect(transition.move && `${transition.move.from} to ${transition.move.to}`).toBe(move);
});

test('the table above has a row for every state and action', () => {
  expect(new Set(table.map(([state, action]) => `${state} ${action}`)).size).toBe(5 * 4);
});
