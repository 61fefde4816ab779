/** Checking a pack: its manifest against its redlines, the texts that are made of it, and the versions it proposes. */
import { assemblePack, type Manifest } from '../assemble/index.ts';
import {
  acronymsSpeltOut,
  check,
  checkPack,
  DEFAULT_SETTINGS,
  type Finding,
  joinSettings,
  type PackDocumentView,
  type PackRole,
  type PackView,
  packText,
  type Settings,
} from '../check/index.ts';
import { compare } from '../compare/index.ts';
import { collect, hasErrors, type Message, type Report, UnusableInput } from '../message.ts';
import type { Document } from '../model/document.ts';
import type { Redline } from '../model/redline.ts';
import { readMarkdown } from '../read/markdown/index.ts';
import type { Checked, CheckRequest } from './check.ts';
import { legalTextTexts } from './check-legal-text.ts';
import { checkVersion } from './check-version.ts';
import { type Library, versionNamed } from './library.ts';
import { isLegalTextPack } from './pack/legal-text.ts';
import {
  type Inputs,
  type LoadedManifest,
  loadManifest,
  loadNarratives,
  loadTemplates,
  loadVersion,
} from './pack/load.ts';

/** What a pack is made of, whichever kind it is: how its rules see it, and the texts that are assembled of it. */
export interface PackTexts {
  readonly view: Omit<PackView, 'texts'>;
  readonly texts: readonly AssembledText[];
  /** The versions that it proposes, by the name of their document. */
  readonly versions: ReadonlyMap<string, { readonly version: string; readonly text: Document }>;
  /** What the manifest says that is known of the texts: the date of issue, names, addresses. */
  readonly known: Partial<Settings>;
}

/** A text of the pack as Legal Markdown, and the file that it becomes. */
export interface AssembledText {
  readonly file: string;
  readonly role: PackRole;
  readonly source: string;
}

/** Checks the pack of that name. What keeps it from being assembled is thrown as `UnusableInput`. */
export async function checkPackNamed(
  library: Library,
  { target, onProgress: progress = () => undefined }: CheckRequest,
  settings: Partial<Settings>,
): Promise<Checked> {
  const messages: Message[] = [];
  const report: Report = (message) => messages.push(message);
  progress(`Reading the pack ${target}`);
  const load = (await isLegalTextPack(library, target)) ? legalTextTexts : consultationTexts;
  const { view, texts, versions, known } = await load(library, target, report);
  const read = texts.map(({ file, role, source }) => {
    const { value, messages: said } = collect((tell) => readMarkdown(source, { file, mode: 'strict' }, tell));
    for (const message of said) if (message.severity === 'error') report(message);
    return { file, role, source, document: value, told: said.filter(({ severity }) => severity !== 'error') };
  });
  const together = [...read.map(({ document }) => document), ...[...versions.values()].map(({ text }) => text)];
  const shared = { ...settings, acronyms: [...(settings.acronyms ?? []), ...acronymsSpeltOut(together)] };
  const own = joinSettings({ ...DEFAULT_SETTINGS, ...shared }, known);
  const packTexts = read.map(({ file, role, source, document }) => packText(file, role, document, source));
  const findings: Finding[] = [...checkPack({ ...view, texts: packTexts }, settings)];
  for (const { file, source, document, told } of read) {
    const onProgress = (): void => progress(`Checking ${file}`);
    onProgress();
    findings.push(...(await check(document, { source, settings: own, told, onProgress })).map(withoutFix));
  }
  for (const [id, { version, text }] of versions) {
    const onProgress = (): void => progress(`Checking ${id}`);
    onProgress();
    const found = await checkVersion(library, versionNamed(library, id, version), text, shared, { onProgress });
    findings.push(...found.findings);
    messages.push(...found.messages);
  }
  return { findings, messages };
}

/** A text that is assembled has no file that a fix could be made in. */
function withoutFix(finding: Finding): Finding {
  const { fix: _, ...rest } = finding;
  return rest;
}

/** Names and addresses that the manifest gives are spelt as they are meant. */
function knownOf({ dates, organisation, contact, website }: Manifest): Partial<Settings> {
  return {
    issued: dates.issued.slice(0, 10),
    parties: [organisation.name, organisation.short],
    addresses: [contact.slice(contact.indexOf('@') + 1), new URL(website).hostname],
  };
}

async function consultationTexts(library: Library, name: string, report: Report): Promise<PackTexts> {
  const inputs: Inputs = new Map();
  const loaded = await loadManifest(library, name, inputs);
  const documents = await loadDocuments(library, loaded, inputs, report);
  const named = new Map(loaded.manifest.documents.map(({ id, after }) => [id, after]));
  return {
    view: viewOf(name, loaded, documents),
    texts: await assembleTexts(library, name, loaded, documents, inputs),
    versions: new Map(documents.map(({ id, after }) => [id, { version: named.get(id) ?? '', text: after }])),
    known: knownOf(loaded.manifest),
  };
}

async function loadDocuments(
  library: Library,
  { manifest, placeOf }: LoadedManifest,
  inputs: Inputs,
  report: Report,
): Promise<PackDocumentView[]> {
  const documents: PackDocumentView[] = [];
  for (const [i, { id, after, before }] of manifest.documents.entries()) {
    const load = async (version: string, key: string) => {
      const place = placeOf(['documents', i, key]);
      const { document, messages } = await loadVersion(library, id, version, place, inputs);
      for (const message of messages) report(message);
      return document;
    };
    const place = placeOf(['documents', i, 'after']);
    const to = await load(after, 'after');
    if (before === undefined) documents.push({ id, after: to, place });
    else {
      const from = await load(before, 'before');
      documents.push({ id, after: to, before: from, redline: compare(from, to, report), place });
    }
  }
  return documents;
}

function viewOf(
  name: string,
  { manifest, placeOf }: LoadedManifest,
  documents: readonly PackDocumentView[],
): PackTexts['view'] {
  const { issued, respondBy, amendment, ...others } = manifest.dates;
  const { classification, contact } = manifest;
  return {
    name,
    dates: {
      issued,
      respondBy,
      ...(amendment === undefined ? {} : { amendment: amendment.slice(0, 10) }),
      others,
    },
    classification,
    contact,
    documents,
    rows: manifest.changes.map(({ document, covers, description, rationale }, i) => ({
      document,
      covers,
      description,
      rationale,
      place: placeOf(['changes', i]),
    })),
  };
}

async function assembleTexts(
  library: Library,
  name: string,
  loaded: LoadedManifest,
  documents: readonly PackDocumentView[],
  inputs: Inputs,
): Promise<AssembledText[]> {
  const narratives = await loadNarratives(library, name, loaded, inputs);
  const templates = await loadTemplates(library, name, loaded, inputs);
  const redlines = new Map<string, Redline>();
  for (const { id, redline } of documents) if (redline !== undefined) redlines.set(id, redline);
  const bound = new Map(
    documents.map(({ id, after, before }) => [
      id,
      { after, ...(before === undefined ? {} : { before }), changes: redlines.get(id)?.changes ?? [] },
    ]),
  );
  const { value: pieces, messages } = collect((report) =>
    assemblePack({ name, ...loaded, documents: bound, narratives, templates }, report),
  );
  if (hasErrors(messages)) throw new UnusableInput(messages);
  return pieces.flatMap((piece) =>
    piece.kind === 'text' ? [{ file: `${piece.file}.md`, role: piece.role, source: piece.source }] : [],
  );
}
