/** What checking sees of a consultation pack: its manifest, its versions and redlines, and the texts made of them. */
import { assemblePack, type Manifest } from '../../assemble/index.ts';
import type { PackDocumentView, Settings } from '../../check/index.ts';
import { compare } from '../../compare/index.ts';
import { collect, hasErrors, type Report, UnusableInput } from '../../message.ts';
import type { Redline } from '../../model/redline.ts';
import type { Library } from '../library.ts';
import {
  type Inputs,
  type LoadedManifest,
  loadManifest,
  loadNarratives,
  loadTemplates,
  loadVersion,
} from '../pack/load.ts';
import type { AssembledText, PackTexts } from './texts.ts';

/** Names and addresses that the manifest gives are spelt as they are meant. */
function knownOf({ dates, organisation, contact, website }: Manifest): Partial<Settings> {
  return {
    issued: dates.issued.slice(0, 10),
    parties: [organisation.name, organisation.short],
    addresses: [contact.slice(contact.indexOf('@') + 1), new URL(website).hostname],
  };
}

/** Loads and assembles the pack of that name. Throws `UnusableInput` for what keeps it from being assembled. */
export async function consultationTexts(library: Library, name: string, report: Report): Promise<PackTexts> {
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
