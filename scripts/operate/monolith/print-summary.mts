// Says what was taken over and names all that was not.
import { say } from '../../local/system/terminal.mts';
import type { ImportReport, Imports } from './import-all.mts';

export function printSummary({ users, products, orders }: Imports): void {
  const all: [string, ImportReport][] = [
    ['users', users],
    ['products', products],
    ['orders', orders],
  ];
  for (const [what, { imported, present, refused }] of all) {
    say(what, `${imported} taken over, ${present} there already, ${refused.length} refused`);
  }
  if (orders.pending > 0) say('', `of them Pending, settled once the system runs: ${orders.pending}`);
  if (orders.failed > 0) say('', `of them Failed, for there was no stock: ${orders.failed}`);
  if (all.every(([, { refused }]) => refused.length === 0)) return;

  console.log('\nRefused:');
  for (const [what, { refused }] of all) for (const { id, reason } of refused) say(what, `${id}: ${reason}`);
}
