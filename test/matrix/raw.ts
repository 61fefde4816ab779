/** A matrix as it lies in its files, and its verification without a library: the ground of the mutation tests. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readYaml } from '../../src/library/yaml.ts';
import { assembleMatrix } from '../../src/matrix/read/assemble.ts';
import type { Shape } from '../../src/matrix/shape/shape.ts';
import { verifyMatrix } from '../../src/matrix/verify/verify.ts';
import type { MatrixVersion } from '../../src/matrix/verify/version.ts';
import { collect, type Message, type Report } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';

/** Plain data of settings; loose, since mutations give it any form. */
// biome-ignore lint/suspicious/noExplicitAny: settings are mutated into forms that no type has.
export type Plain = any;

/** The files of a version: settings, CSV by name, and the text. */
export interface RawMatrix {
  readonly name: string;
  readonly shape: Shape;
  readonly settings: Plain;
  readonly files: ReadonlyMap<string, string>;
  readonly document: Document;
}

/** Versions around one, which are not mutated with it. */
export interface Around {
  readonly baseline?: RawMatrix;
  readonly following?: readonly RawMatrix[];
}

export function rawFrom(
  name: string,
  shape: Shape,
  yaml: string,
  files: Readonly<Record<string, string>>,
  markdown: string,
): RawMatrix {
  const document = collect((report) => readMarkdown(markdown, { mode: 'strict' }, report)).value;
  return { name, shape, settings: readYaml(yaml, 'm.yaml').value, files: new Map(Object.entries(files)), document };
}

/** A version of Appendix R that comes with Keeling. */
export function shipped(version: string, shape: Shape): RawMatrix {
  const read = (file: string): string =>
    readFileSync(fileURLToPath(new URL(`../../documents/appendix-r/${file}`, import.meta.url)), 'utf8');
  const names = ['8.1.8', '8.1.10'].map((number) => `${version}.table-${number}.csv`);
  const files = Object.fromEntries(names.map((name) => [name, read(name)]));
  return rawFrom(`appendix-r@${version}`, shape, read(`${version}.matrix.yaml`), files, read(`${version}.md`));
}

function versionOf(raw: RawMatrix, report: Report): MatrixVersion {
  const files = new Map([...raw.files].map(([name, text]) => [name, { text, shown: name }]));
  const { settings, tables } = assembleMatrix(raw.settings, files, raw.shape, () => ({}), report);
  return { name: raw.name, shape: raw.shape, settings, tables, document: raw.document };
}

const versions = new WeakMap<RawMatrix, MatrixVersion>();

function known(raw: RawMatrix): MatrixVersion {
  const found = versions.get(raw) ?? versionOf(raw, () => undefined);
  versions.set(raw, found);
  return found;
}

/** Everything that is reported of a matrix. */
export function findingsOf(raw: RawMatrix, { baseline, following = [] }: Around): readonly Message[] {
  return collect((report) => {
    const version = versionOf(raw, report);
    const before = baseline === undefined ? {} : { baseline: known(baseline) };
    verifyMatrix({ version, ...before, following: following.map(known) }, report);
  }).messages;
}

/** A finding without where it stands, which a line too many moves. Notes find nothing. */
export function findings(messages: readonly Message[]): string[] {
  return messages
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, rule, cite, reason, actual, expected }) =>
      [severity, rule, cite, reason, actual, expected].join(' | '),
    );
}
