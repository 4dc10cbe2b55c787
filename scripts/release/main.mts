// Checks whether a tag may be released, prints its notes, or names its images in the chart.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, runScript } from '../local/system/failure.mts';
import { root } from '../local/system/folders.mts';
import { disagreements, notesOf } from './agreement.mts';
import { pinImages } from './pin-images.mts';
import { readVersions } from './read-versions.mts';

const usage = `usage: scripts/with-node scripts/release/main.mts check <tag>
       scripts/with-node scripts/release/main.mts notes <tag>
       scripts/with-node scripts/release/main.mts pin-images <registry> <folder with a file of a digest for each service>`;

runScript(() => Promise.resolve(run(process.argv.slice(2))));

const commands: Record<string, { arity: number; act: (...args: string[]) => number }> = {
  '--help': { arity: 0, act: () => say(usage) },
  check: { arity: 1, act: check },
  notes: { arity: 1, act: printNotes },
  'pin-images': { arity: 2, act: pin },
};

function run([name = '', ...args]: string[]): number {
  const command = commands[name];
  if (command !== undefined && command.arity === args.length) return command.act(...args);
  console.error(usage);
  return 2;
}

function check(tag = ''): number {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
  const repository = server === undefined || name === undefined ? undefined : `${server}/${name}`;
  const problems = disagreements(tag, readVersions(), repository);
  if (problems.length > 0) throw new Failure([`${tag} cannot be released:`, ...problems].join('\n  '));
  return say(`${tag} may be released.`);
}

function printNotes(tag = ''): number {
  const notes = notesOf(tag.replace(/^v/, ''), readVersions().changelog);
  if (notes === undefined) throw new Failure(`CHANGELOG.md says nothing of ${tag}.`);
  return say(notes);
}

function pin(registry = '', folder = ''): number {
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8').trim();
  const digests = Object.fromEntries(readdirSync(folder).map((name) => [name, read(name)]));
  const values = path.join(root, 'charts/order-placing/values.yaml');
  writeFileSync(values, pinImages(readFileSync(values, 'utf8'), { registry, digests }));
  return say(`${values} names the images of ${registry}.`);
}

function say(text: string): number {
  console.log(text);
  return 0;
}
