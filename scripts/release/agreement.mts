// What must agree before a tag is released: one version everywhere, changes that are written down, and the place it comes from.

export interface Versions {
  /** Of package.json and each workspace, of the lock file, and of the chart, by where they stand. */
  stated: Record<string, string | undefined>;
  changelog: string;
  /** Where the chart says that it comes from. */
  home: string;
}

const tagForm = /^v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/;

/** What keeps the tag from being released; `repository` is its address where that is known. */
export function disagreements(tag: string, versions: Versions, repository: string | undefined): string[] {
  const [, version] = tagForm.exec(tag) ?? [];
  if (version === undefined) return [`${tag} is not a tag of a release, such as v1.2.3 or v1.2.3-rc.1`];
  return [
    ...Object.entries(versions.stated)
      .filter(([, stated]) => stated !== version)
      .map(([where, stated]) => `${where} says ${stated ?? 'nothing'}, the tag ${version}`),
    ...problemsOfChangelog(version, versions.changelog),
    ...(repository === undefined || repository === versions.home
      ? []
      : [`Chart.yaml says that its home is ${versions.home}, this is ${repository}`]),
  ];
}

/** What the changelog says of a version, without its heading. */
export function notesOf(version: string, changelog: string): string | undefined {
  const [, heading] = headingOf(version).exec(changelog) ?? [];
  if (heading === undefined) return undefined;
  return textBelow(heading, changelog);
}

function problemsOfChangelog(version: string, changelog: string): string[] {
  const notes = notesOf(version, changelog);
  const problems: string[] = [];
  if (notes === undefined) problems.push(`CHANGELOG.md has no heading "## [${version}] - <date>"`);
  if (notes === '') problems.push(`CHANGELOG.md says nothing of ${version}`);
  if (textBelow('## [Unreleased]', changelog) !== '') {
    problems.push(`CHANGELOG.md has changes under Unreleased: move them to ${version}`);
  }
  return problems;
}

const headingOf = (version: string) =>
  new RegExp(String.raw`^(## \[${version.replaceAll('.', String.raw`\.`)}\] - \d{4}-\d{2}-\d{2})$`, 'm');

/** The lines from a heading to the next one of its level. */
function textBelow(heading: string, text: string): string {
  const lines = text.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) return '';
  const end = lines.findIndex((line, index) => index > start && line.startsWith('## '));
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}
