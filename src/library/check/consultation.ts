/** What checking sees of a consultation pack: its manifest, its versions and redlines, and the texts made of them. */
import { assemblePack, type Manifest, openPlacesIn, type TemplateSource } from '../../assemble/index.ts';
import type { PackDates, PackDocumentView, Settings } from '../../check/index.ts';
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
import { openPlaces } from '../pack/open-places.ts';
import type { AssembledText, PackTexts } from './texts.ts';

/** Names and addresses that the manifest gives are spelt as they are meant. */
function knownOf({ dates, organisation, contact, website, parties }: Manifest): Partial<Settings> {
  const issued = knownDate(dates.issued);
  const hosts = [
    ...(contact?.includes('@') === true ? [contact.slice(contact.indexOf('@') + 1)] : []),
    ...(website === undefined ? [] : [new URL(website).hostname]),
  ];
  return {
    ...(issued === undefined ? {} : { issued: issued.slice(0, 10) }),
    parties: [...(organisation === undefined ? [] : [organisation.name, organisation.short]), ...parties],
    addresses: hosts,
  };
}

/** A date of the manifest that is filled in. */
function knownDate(date: string | undefined): string | undefined {
  return date === undefined || openPlacesIn(date).length > 0 ? undefined : date;
}

/** Loads and assembles the pack of that name. Throws `UnusableInput` for what keeps it from being assembled. */
export async function consultationTexts(library: Library, name: string, report: Report): Promise<PackTexts> {
  const inputs: Inputs = new Map();
  const loaded = await loadManifest(library, name, inputs);
  const documents = await loadDocuments(library, loaded, inputs, report);
  const named = new Map(loaded.manifest.documents.map(({ id, after }) => [id, after]));
  const narratives = await loadNarratives(library, name, loaded, inputs);
  return {
    view: viewOf(name, loaded, documents),
    texts: await assembleTexts(library, name, loaded, documents, narratives, inputs),
    open: openPlaces(loaded.manifest, loaded.placeOf, narratives.values(), 'warning'),
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
  const dates = datesOf(manifest);
  const { classification, contact } = manifest;
  return {
    name,
    ...(dates === undefined ? {} : { dates }),
    ...(classification === undefined ? {} : { classification }),
    ...(contact?.includes('@') === true ? { contact } : {}),
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

/** The dates of a manifest; `undefined` where issue or deadline is not said, or still open. */
function datesOf(manifest: Manifest): PackDates | undefined {
  const given: Readonly<Record<string, string | undefined>> = manifest.dates;
  const known = Object.entries(given).flatMap(([name, value]) => {
    const date = knownDate(value);
    return date === undefined ? [] : [[name, date] as const];
  });
  const { issued, respondBy, amendment, ...others } = Object.fromEntries(known) as Record<string, string | undefined>;
  if (issued === undefined || respondBy === undefined) return undefined;
  const further = Object.fromEntries(known.filter(([name]) => name in others));
  return {
    issued,
    respondBy,
    ...(amendment === undefined ? {} : { amendment: amendment.slice(0, 10) }),
    others: further,
  };
}

async function assembleTexts(
  library: Library,
  name: string,
  loaded: LoadedManifest,
  documents: readonly PackDocumentView[],
  narratives: ReadonlyMap<string, TemplateSource>,
  inputs: Inputs,
): Promise<AssembledText[]> {
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
