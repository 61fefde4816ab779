/** The package: composed stories, styles, lists, header, footer and properties as the bytes of a file. */
import { Document as File, type IPropertiesOptions, Packer, type Paragraph } from 'docx';
import type { Document, Node } from '../../model/document.ts';
import type { Redline, Revision } from '../../model/redline.ts';
import { walk } from '../../model/walk.ts';
import { Anchors } from './anchors.ts';
import { dress } from './brand/index.ts';
import type { Composed, ComposedNote } from './compose.ts';
import { finishSections, sectionMark } from './finish.ts';
import { controlTags } from './form/controls.ts';
import type { PageFrame } from './frame.ts';
import { furniture } from './furniture.ts';
import type { DocxOptions } from './index.ts';
import type { Surroundings } from './inline.ts';
import { Lists } from './numbering.ts';
import { paragraph } from './paragraph.ts';
import { mediaFiles } from './pictures/drawing.ts';
import { labelChains } from './references.ts';
import { Ledger } from './revisions.ts';
import type { Setting } from './setting.ts';
import type { SettledStory } from './settle.ts';
import { AFTER, BEFORE, type Side } from './sides.ts';
import { stylesFor } from './styles.ts';
import { blocks } from './table.ts';
import { type Element, printable } from './xml.ts';

/** What the caller asks for, and the setting that follows from it. */
export type SetOptions = DocxOptions & { readonly setting: Setting };

/** The page each heading stands on, on each side. */
export type Pages = Surroundings['pages'];

/** The page as the library takes it. */
function pageOptions({ width, height, ...margin }: PageFrame) {
  return { size: { width, height }, margin };
}

/** The bytes of a composed redline whose contents list names these pages. */
export async function pack(
  redline: Redline,
  composed: Composed,
  options: SetOptions,
  pages: Pages,
): Promise<Uint8Array> {
  const around = surroundingsOf(redline, composed, options, pages);
  const { setting, brand } = options;
  const ownHeaders = brand === undefined || brand.headersFooters.length === 0;
  const { header, footer } = furniture(redline, options.footer, around);
  const headersFooters = { headers: { default: header }, footers: { default: footer, first: footer } };
  const document = new File({
    ...propertiesOf(redline, options),
    styles: stylesFor(redline.document.meta.language, setting.frame, composed.compact),
    footnotes: notesOf(composed.footnotes, around),
    endnotes: notesOf(composed.endnotes, around),
    sections: [
      {
        properties: { page: pageOptions(setting.frame), titlePage: true },
        ...(ownHeaders ? headersFooters : {}),
        children: composed.sections.flatMap((section, i) => sectionBlocks(section.blocks, i, composed, around)),
      },
    ],
  });
  const numbering = { path: 'word/numbering.xml', data: around.lists.toXml() };
  const media = mediaFiles([...fingerprintsIn(redline.document), options.logo?.fingerprint ?? ''], around.pictures);
  // The library writes what it is given; its type knows of text alone.
  const files = [numbering, ...media] as unknown as readonly { readonly path: string; readonly data: string }[];
  const bytes = await Packer.pack(document, 'uint8array', undefined, files);
  const dressed =
    brand === undefined ? bytes : dress(bytes, brand, { redline, options, around, sections: composed.sections });
  return ownHeaders ? finishSections(dressed, composed.sections, setting.frame) : dressed;
}

/** What the pictures of a tree are known by. */
function fingerprintsIn(node: Node<Revision>): string[] {
  const found: string[] = [];
  walk(node, (each) => {
    if (each.type === 'picture' && each.fingerprint !== undefined) found.push(each.fingerprint);
  });
  return found;
}

/** The blocks of a section; the paragraph that ends it says so, but in the last one. */
function sectionBlocks(story: SettledStory, index: number, { sections }: Composed, around: Surroundings): Element[] {
  const last = story[story.length - 1];
  if (index === sections.length - 1 || last?.type !== 'para') return blocks(story, around);
  return [...blocks(story.slice(0, -1), around), paragraph(last, around, sectionMark(index)) as unknown as Element];
}

function surroundingsOf(redline: Redline, composed: Composed, options: SetOptions, pages: Pages): Surroundings {
  const notes = [...composed.footnotes, ...composed.endnotes];
  const numbered = [composed.footnotes, composed.endnotes].flatMap((list) =>
    list.map(({ piece }, i) => [piece, i + 1] as const),
  );
  return {
    ledger: new Ledger({ author: printable(options.author ?? 'Keeling'), date: options.date }),
    lists: new Lists(restoredLists(bodyOf(composed)), options.setting.bullets),
    setting: options.setting,
    pictures: options.pictures ?? new Map(),
    controls: options.form === true ? controlTags(redline.document as Document) : new Map(),
    anchors: new Anchors([bodyOf(composed), ...notes.map(({ story }) => story)]),
    chains: { 1: labelChains(redline.document, BEFORE), 2: labelChains(redline.document, AFTER) } satisfies Record<
      Side,
      unknown
    >,
    noteNumbers: new Map(numbered),
    pages,
  };
}

/** The body as one story. */
function bodyOf({ sections }: Composed): SettledStory {
  return sections.flatMap(({ blocks: story }) => story);
}

/** The lists that a paragraph is in before, and in another or none after. */
function restoredLists(story: SettledStory): Set<string> {
  const names = story.flatMap((block): string[] => {
    if (block.type === 'table')
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => [...restoredLists(cell.blocks)]));
    return block.lookBefore?.list === undefined ? [] : [block.lookBefore.list.list];
  });
  return new Set(names);
}

type Notes = NonNullable<IPropertiesOptions['footnotes']>;

function notesOf(notes: readonly ComposedNote[], around: Surroundings): Notes {
  // A note may hold tables as well as paragraphs (CT_FtnEdn, 17.11.2), which the library's type leaves out.
  return Object.fromEntries(
    notes.map(({ story }, i) => [i + 1, { children: blocks(story, around) as unknown as Paragraph[] }]),
  );
}

type Properties = Omit<IPropertiesOptions, 'sections'>;

function propertiesOf(redline: Redline, options: DocxOptions): Properties {
  const { title, short, version, status, baseline, effective, classification, provision } = redline.document.meta;
  const author = printable(options.author ?? 'Keeling');
  const custom = {
    Version: version,
    Status: status,
    Baseline: baseline,
    'Effective date': effective,
    Classification: classification,
    Provision: provision,
    Organisation: options.organisation,
  };
  return {
    title: printable(title),
    creator: author,
    lastModifiedBy: author,
    ...(short === undefined ? {} : { subject: printable(short) }),
    ...(options.brand?.evenAndOdd === true ? { evenAndOddHeaderAndFooters: true } : {}),
    customProperties: Object.entries(custom).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value: printable(value) }],
    ),
    compatibility: { version: 15 },
  };
}
