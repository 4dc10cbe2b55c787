// Reads and writes files of NAME=value lines.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

export type Variables = Record<string, string>;

export const readEnvFile = (file: string): Variables =>
  existsSync(file) ? withoutBlanks(parseEnv(readFileSync(file, 'utf8'))) : {};

/** The real environment; a variable that is empty counts as not set. */
export const realVariables = (): Variables => withoutBlanks(process.env);

export function writeEnvFile(file: string, variables: Variables): void {
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${quoted(value)}\n`);
  // A connection string may hold a password, so only its owner may read it.
  writeFileSync(file, lines.join(''), { mode: 0o600 });
}

export const pick = (variables: Variables, names: readonly string[]): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => names.includes(name)));

/** A connection string that may be shown. */
export const withoutPassword = (uri: string) => uri.replace(/\/\/[^@/]*@/, '//***@');

const quoted = (value: string) => (/^[\w.,:/@?&=+-]*$/.test(value) ? value : `'${value}'`);

function withoutBlanks(variables: NodeJS.Dict<string>): Variables {
  const filled = Object.entries(variables).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return Object.fromEntries(filled);
}
