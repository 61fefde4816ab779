/** Laying out a library: the folders and files that a team begins with. What is there already stays as it is. */
import { join } from 'node:path';
import { manifestSchema } from '../assemble/index.ts';
import { UnusableInput } from '../message.ts';
import { writeFileAtomic } from './atomic.ts';
import { CONFIG_FILE } from './config.ts';
import { isThere } from './import/target.ts';

/** Where the schema of manifests stands in a library, for editors. */
export const SCHEMA_FILE = 'schema/pack.json';

/** What laying out did, each a path from the root with `/`. */
export interface LaidOut {
  readonly written: readonly string[];
  readonly present: readonly string[];
}

/** Lays out a library in a folder, which is made where it is not there. Throws `UnusableInput` where it can't be written. */
export async function layOutLibrary(root: string): Promise<LaidOut> {
  const written: string[] = [];
  const present: string[] = [];
  for (const [path, content] of Object.entries(FILES)) {
    const file = join(root, ...path.split('/'));
    if (await isThere(file)) present.push(path);
    else {
      await writeFileAtomic(file, content, { fresh: true }).catch(ignoreRace);
      written.push(path);
    }
  }
  return { written, present };
}

/** Where somebody else wrote the file between look and write, it stays as it is. */
function ignoreRace(error: unknown): void {
  if (!(error instanceof UnusableInput) || !error.message.includes('is there already')) throw error;
}

const CONFIG = `# Settings of this library. Everything here is optional.

# What all packs share, so that no pack.yaml need repeat it. Remove the "#" and write your own.
pack:
#  organisation: { name: Example Code Administrator, short: ECA }
#  contact: consultations@example.org
#  website: https://www.example.org
#  classification: Public

# What "keeling check" takes as known.
check:
#  terms: [Working Day]                # terms that need no definition here
#  acronyms: [ECA]                     # abbreviations that need no expansion
#  parties: [Example Code Administrator]
#  addresses: [example.org]            # hosts of web and e-mail addresses that are right
#  holidays: GB-ENG                    # whose public holidays are no Working Days
#  rules: { spelling: off }            # error, warning, note or off, by the name of the rule
`;

const DOCUMENTS = `# Documents

Each document has a folder here, and each of its versions a file: \`documents/code/1.0.md\` is \`code@1.0\`. Files that
\`keeling import\` made have the Word file they came from beside them. A folder with a \`pack.yaml\` is a pack.

Nothing here is edited by a program unless you ask for it. Keep the folder in git: a version is plain text, a line a
paragraph, so that a commit shows what changed.
`;

const ATTRIBUTES = `* text=auto eol=lf
*.docx binary
*.docm binary
*.dotx binary
*.png binary
*.jpg binary
*.pdf binary
`;

/** The files of a new library, by path. */
const FILES: Readonly<Record<string, string>> = {
  [CONFIG_FILE]: CONFIG,
  'documents/README.md': DOCUMENTS,
  '.gitattributes': ATTRIBUTES,
  '.gitignore': 'output/\nnode_modules/\n.DS_Store\n',
  [SCHEMA_FILE]: schemaText(),
};

/** The schema of manifests as a file. */
export function schemaText(): string {
  return `${JSON.stringify(manifestSchema(), null, 2)}\n`;
}
