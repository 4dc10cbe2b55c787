// Writes the table of values into the chart's README; --check only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { tableOf, valuesOf } from './chart/values-table.mts';
import { Failure, defineCommand } from '../local/system/command.mts';

const chart = 'charts/order-placing';
const readme = `${chart}/README.md`;
const [begin, end] = ['<!-- values: made by make chart-docs -->', '<!-- end of values -->'];

defineCommand(
  {
    about: "Writes the table of values into the chart's README.",
    usage: ['make chart-docs', 'scripts/with-node scripts/generate/chart-docs.mts --check'],
    options: { check: { type: 'boolean' } },
  },
  ({ values }) => {
    const before = readFileSync(readme, 'utf8');
    const after = withTable(before, tableOf(valuesOf(readFileSync(`${chart}/values.yaml`, 'utf8'))));
    if (!values.check) writeFileSync(readme, after);
    else if (after !== before) throw new Failure(`${readme} is not what values.yaml says. Run make chart-docs.`);
  },
);

function withTable(text: string, table: string): string {
  const [head, rest] = [text.indexOf(begin), text.indexOf(end)];
  if (head < 0 || rest < head) throw new Failure(`${readme} has lost the comments between which its table stands.`);
  return `${text.slice(0, head + begin.length)}\n\n${table}\n\n${text.slice(rest)}`;
}
