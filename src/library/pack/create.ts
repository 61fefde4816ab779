/** Making a new pack: versions compared, a manifest and narratives drafted from them, and written where nothing stands. */
import { join } from 'node:path';
import { isMap, isScalar, visit, Document as YamlDocument } from 'yaml';
import { type DraftDocument, type DraftedPack, draftPack, openPlace, SHARED_KEYS } from '../../assemble/index.ts';
import { compare } from '../../compare/index.ts';
import { type Message, type Outcome, type Report, UnusableInput } from '../../message.ts';
import { anchorVersions } from '../anchor.ts';
import { writeFileAtomic } from '../atomic.ts';
import { partOf, readConfig } from '../config.ts';
import { asDraft } from '../drafts.ts';
import { isThere } from '../import/target.ts';
import { SCHEMA_FILE, schemaText } from '../init.ts';
import { type Library, versionNamed } from '../library.ts';
import { isDocumentName } from '../names.ts';
import { readVersion } from '../read.ts';
import { MANIFEST_FILE } from './load.ts';

/** A document of the pack, as `code@1.0..2.0` names it. */
export interface VersionRange {
  readonly document: string;
  readonly before?: string;
  readonly after: string;
}

/** What a new pack is to be. */
export interface NewPack {
  readonly name: string;
  readonly kind: 'consultation' | 'legal-text' | 'plain';
  readonly documents: readonly VersionRange[];
  /** Author and date of the tracked changes. */
  readonly tracked: { readonly author: string; readonly date: string };
  /** Whether provisions without an anchor get one where a change needs it. */
  readonly anchor: boolean;
}

/** A pack that was written. */
export interface CreatedPack {
  /** Its files, from the root, with `/`. */
  readonly files: readonly string[];
  /** How many rows the change table has, and how many questions are asked. */
  readonly rows: number;
  readonly questions: number;
}

/** Writes a new pack below `documents/`. Throws `UnusableInput` where one is there already, or a change has no anchor. */
export async function createPack(library: Library, request: NewPack): Promise<Outcome<CreatedPack>> {
  const messages: Message[] = [];
  const report: Report = (message) => messages.push(message);
  await refuseTaken(library, request.name);
  const documents = await Promise.all(request.documents.map((range) => loadDocument(library, range, request, report)));
  const drafted = request.kind === 'legal-text' ? legalText(request) : await draft(library, request, documents);
  refuseUnanchored(drafted, request);
  const files = new Map<string, string>([
    ...[...drafted.narratives].map(([file, text]) => [`documents/${request.name}/${file}`, text] as const),
    // The manifest makes the folder a pack, and so comes last.
    [`documents/${request.name}/${MANIFEST_FILE}`, manifestText(drafted.manifest)],
  ]);
  for (const [path, text] of files) {
    await writeFileAtomic(join(library.root, ...path.split('/')), text, { fresh: true });
  }
  await writeFileAtomic(join(library.root, ...SCHEMA_FILE.split('/')), schemaText());
  const count = (key: string): number => (drafted.manifest[key] as readonly unknown[] | undefined)?.length ?? 0;
  return {
    value: { files: [...files.keys()].reverse(), rows: count('changes'), questions: count('questions') },
    messages,
  };
}

async function refuseTaken(library: Library, name: string): Promise<void> {
  if (!isDocumentName(name)) {
    throw fault('pack/name', `"${name}" is no name of a pack`, 'letters, digits, dots and dashes make one');
  }
  const folder = join(library.root, 'documents', name);
  const isDocument = library.documents.some((document) => document.name === name);
  if (!isDocument && !(await isThere(join(folder, MANIFEST_FILE)))) return;
  const what = isDocument ? 'a document' : 'a pack';
  throw fault('pack/name', `there is ${what} called "${name}" already`, 'give the pack another name');
}

async function loadDocument(
  library: Library,
  { document, before, after }: VersionRange,
  { anchor }: NewPack,
  report: Report,
): Promise<DraftDocument> {
  const later = versionNamed(library, document, after);
  const earlier = before === undefined ? undefined : versionNamed(library, document, before);
  if (anchor) await anchorVersions(library, later, earlier, report);
  const read = async (version: typeof later) => {
    const { value, messages: found } = await readVersion(library, version);
    const messages = asDraft(found);
    for (const message of messages) if (message.severity !== 'error') report(message);
    const errors = messages.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new UnusableInput(errors);
    return value;
  };
  const to = await read(later);
  if (earlier === undefined || before === undefined) {
    return { id: document, after, versions: { after: to }, changes: [] };
  }
  const from = await read(earlier);
  return {
    id: document,
    before,
    after,
    versions: { before: from, after: to },
    changes: compare(from, to, report).changes,
  };
}

async function draft(library: Library, request: NewPack, documents: readonly DraftDocument[]): Promise<DraftedPack> {
  const shared = partOf(await readConfig(library.root), 'pack');
  const given = typeof shared === 'object' && shared !== null ? Object.keys(shared) : [];
  const kind = request.kind === 'plain' ? 'plain' : 'consultation';
  const { tracked } = request;
  return draftPack({ kind, documents, tracked, shared: new Set(given.filter((key) => KEYS.has(key))) });
}

const KEYS: ReadonlySet<string> = new Set(SHARED_KEYS);

/** The manifest of a legal text, which drafts its instructions itself. */
function legalText({ documents, tracked }: NewPack): DraftedPack {
  const [first, ...others] = documents;
  if (first?.before === undefined || others.length > 0) {
    const note = 'name one document with two versions, as code@1.0..2.0';
    throw fault('pack/legal-text', 'a legal text amends one version of one document', note);
  }
  const { document, before, after } = first;
  const manifest = {
    kind: 'legal-text',
    title: openPlace('the title of the legal text'),
    reference: openPlace('the name of the modification'),
    draft: '0.1',
    status: 'draft',
    tracked,
    document,
    before,
    after,
  };
  return { manifest, narratives: new Map(), unanchored: [] };
}

function refuseUnanchored({ unanchored }: DraftedPack, { documents }: NewPack): void {
  if (unanchored.length === 0) return;
  throw new UnusableInput(
    unanchored.map(({ document, change }) => {
      const range = documents.find((one) => one.document === document);
      const versions = `${document}@${range?.before === undefined ? '' : `${range.before}..`}${range?.after ?? ''}`;
      return {
        severity: 'error',
        rule: 'pack/no-anchor',
        reason: `no row can name this change in ${document}, since nothing around it has an anchor: ${change.summary}`,
        note: `"keeling anchor ${versions}" gives it one, and so does --anchor`,
        cite: (change.after ?? change.before)?.cite ?? '',
      };
    }),
  );
}

const HEAD = `# yaml-language-server: $schema=../../${SCHEMA_FILE}
# The manifest of a pack. "[TBC: …]" marks what is still to be filled in; "keeling check" lists it.
# The keys and what they mean are in docs/packs.md of Keeling; {{…}} is filled in when the pack is built.
`;

/** What stands above a key of a new manifest. */
const COMMENTS: Readonly<Record<string, string>> = {
  changes: 'The rows of the change table, drafted from the comparison. References are made of the anchors.',
  questions: 'Questions stand at the end of their section.',
  dates: 'Write dates as 2026-01-31, with a time as 2026-01-31T17:00.',
};

/** A manifest as YAML, a key a paragraph. */
function manifestText(manifest: DraftedPack['manifest']): string {
  const parts = Object.entries(manifest).map(([key, value]) => {
    const comment = COMMENTS[key] === undefined ? '' : `\n# ${COMMENTS[key]}\n`;
    return comment + yamlText({ [key]: value });
  });
  return `${HEAD}${parts.join('')}`;
}

/** YAML in which a group of short values is a line, as `{ id: respond, title: How to respond }`. */
function yamlText(value: unknown): string {
  const document = new YamlDocument(value);
  visit(document, {
    Map: (_, map) => {
      const plain = map.items.every(({ value: inner }) => isScalar(inner));
      if (plain && document.contents !== map && JSON.stringify(map).length < SHORT) map.flow = true;
    },
    Seq: (_, list) => {
      if (list.items.every((item) => !isMap(item) && JSON.stringify(item).length < SHORT / 2)) list.flow = true;
    },
  });
  return document.toString({ lineWidth: 120 });
}

/** How long a group may be on one line, in characters of JSON. */
const SHORT = 110;

function fault(rule: string, reason: string, note: string): UnusableInput {
  return new UnusableInput({ severity: 'error', rule, reason, note });
}
