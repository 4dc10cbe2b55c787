// Reads what values.yaml says of each value, for the table in the chart's README.
import { isCollection, isMap, parseDocument, type Document, type Pair, type Scalar } from 'yaml';
import { Failure } from '../../local/system/command.mts';

export interface Value {
  key: string;
  standard: string;
  meaning: string;
}

/** Every value with its default and the comment above it; a value without one is a failure that names it. */
export function valuesOf(text: string): Value[] {
  const document = parseDocument(text);
  const values = isMap(document.contents) ? leavesOf(document, document.contents, []) : [];
  const silent = values.filter(({ meaning }) => meaning === '').map(({ key }) => key);
  if (silent.length > 0) throw new Failure(`No comment says what these values are for: ${silent.join(', ')}.`);
  return values;
}

/** The table, as prettier would write it. */
export function tableOf(values: Value[]): string {
  const rows = values.map(({ key, standard, meaning }) => [
    `\`${key}\``,
    `\`${standard}\``,
    meaning.replaceAll('|', '\\|'),
  ]);
  const all = [['value', 'default', 'what it is'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

interface Branch {
  items: unknown[];
  commentBefore?: string | null;
}

function leavesOf(document: Document, branch: Branch, path: string[]): Value[] {
  return branch.items.flatMap((item, index) => {
    const { key, value } = item as Pair<Scalar>;
    const at = [...path, String(key.value)];
    if (isMap(value) && !value.flow) return leavesOf(document, value, at);
    const isFirst = index === 0 && path.length > 0;
    // The comment above the first key belongs to the map in the tree.
    const comment = isFirst ? branch.commentBefore : key.commentBefore;
    return [{ key: at.join('.'), standard: standardOf(document, at), meaning: sentence(comment ?? '') }];
  });
}

// The paragraph next to the key: one further up belongs to a group.
const sentence = (comment: string) => (comment.split(/\n\s*\n/).at(-1) ?? '').replaceAll(/\s*\n\s*/g, ' ').trim();

const standardOf = (document: Document, at: string[]) => JSON.stringify(plainOf(document.getIn(at)));

const plainOf = (node: unknown): unknown => (isCollection(node) ? node.toJSON() : node);
