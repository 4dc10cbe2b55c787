// Checks whether a tag may be released, prints its notes, or names its images in the chart.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defineCommand, Failure } from '../local/system/command.mts';
import { root } from '../local/system/folders.mts';
import { disagreements, notesOf } from './agreement.mts';
import { pinImages } from './pin-images.mts';
import { readVersions } from './read-versions.mts';

const script = 'scripts/with-node scripts/release/main.mts';
const commands: Record<string, { arity: number; act: (...args: string[]) => void }> = {
  check: { arity: 1, act: check },
  notes: { arity: 1, act: printNotes },
  'pin-images': { arity: 2, act: pin },
};

defineCommand(
  {
    about: 'Checks whether a tag may be released, prints its notes, or names its images in the chart.',
    usage: [
      `${script} check <tag>`,
      `${script} notes <tag>`,
      `${script} pin-images <registry> <folder with a file of a digest for each service>`,
    ],
    words: [1, 3],
  },
  ({ words: [name = '', ...args], refuse }) => {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command?.arity !== args.length) return refuse(`"${[name, ...args].join(' ')}" is not one of these`);
    command.act(...args);
  },
);

function check(tag = ''): void {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
  const repository = server === undefined || name === undefined ? undefined : `${server}/${name}`;
  const problems = disagreements(tag, readVersions(), repository);
  if (problems.length > 0) throw new Failure([`${tag} cannot be released:`, ...problems].join('\n  '));
  console.log(`${tag} may be released.`);
}

function printNotes(tag = ''): void {
  const notes = notesOf(tag.replace(/^v/, ''), readVersions().changelog);
  if (notes === undefined) throw new Failure(`CHANGELOG.md says nothing of ${tag}.`);
  console.log(notes);
}

function pin(registry = '', folder = ''): void {
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8').trim();
  const digests = Object.fromEntries(readdirSync(folder).map((name) => [name, read(name)]));
  const values = path.join(root, 'charts/order-placing/values.yaml');
  writeFileSync(values, pinImages(readFileSync(values, 'utf8'), { registry, digests }));
  console.log(`${values} names the images of ${registry}.`);
}
