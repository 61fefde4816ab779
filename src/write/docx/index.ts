/**
 * Writes a redline as a Word file in the house style: clean where nothing is marked, else with Word's own tracked
 * changes, so that accepting them all gives the clean after, and rejecting them the clean before.
 */
import { acceptAll, rejectAll } from '../../model/decide.ts';
import type { Document, Picture } from '../../model/document.ts';
import type { PictureStore } from '../../model/picture.ts';
import { cleanRedline, type Redline } from '../../model/redline.ts';
import type { Brand } from '../../word/brand/index.ts';
import { type Composed, compose, isMarked } from './compose.ts';
import { type Pages, pack } from './package.ts';
import { reckonPages } from './pages.ts';
import { same } from './pieces.ts';
import { type Setting, settingOf } from './setting.ts';
import { AFTER, BEFORE, type Side } from './sides.ts';
import { headingId } from './slot.ts';

export interface DocxOptions {
  /** Of the tracked changes and of the file; `Keeling` where absent. */
  readonly author?: string;
  /** The instant of the tracked changes, ISO 8601 in UTC (`2020-01-31T00:00:00Z`); undated where absent. */
  readonly date?: string;
  /** More rows for the title block, the same on both sides. */
  readonly titleFacts?: readonly { readonly label: string; readonly value: string }[];
  /** The classification line in the footer, where it is not the document's own. */
  readonly footer?: string;
  /** The look of a reference file, in place of the default style. */
  readonly brand?: Brand;
  /** The pictures that the document shows, by their fingerprints. */
  readonly pictures?: PictureStore;
  /** Set where the document is a form: its open places become content controls. */
  readonly form?: true;
  /** Stands above the title; its bytes are among the pictures. */
  readonly logo?: Picture;
  /** Who publishes the document, for the headers and footers of a reference file. */
  readonly organisation?: string;
}

/**
 * The bytes of a `.docx` file. But for `docProps/core.xml`, which says when it was written, the same redline and
 * options give the same parts.
 */
export async function writeDocx(redline: Redline, options: DocxOptions = {}): Promise<Uint8Array> {
  const setting = settingOf(options.brand);
  const composed = compose(redline, options, setting);
  return pack(redline, composed, { ...options, setting }, contentsPages(redline, composed, options, setting));
}

/** The pages that the contents list names are those of the clean texts: the accepted file is then the clean after. */
function contentsPages(redline: Redline, composed: Composed, options: DocxOptions, setting: Setting): Pages {
  if (!composed.hasContents) return {};
  if (!isMarked(redline.document) && same(redline.before, redline.document.meta)) {
    const pages = byHeading(composed, AFTER, reckonPages(composed.sections, setting.frame, composed.compact));
    return { [BEFORE]: pages, [AFTER]: pages };
  }
  return {
    [BEFORE]: byHeading(composed, BEFORE, cleanPages(rejectAll(redline), options, setting)),
    [AFTER]: byHeading(composed, AFTER, cleanPages(acceptAll(redline), options, setting)),
  };
}

function cleanPages(document: Document, options: DocxOptions, setting: Setting): ReadonlyMap<string, string> {
  const { sections, compact } = compose(cleanRedline(document), options, setting);
  return reckonPages(sections, setting.frame, compact);
}

/** The headings of a side stand in the clean document in the same order. */
function byHeading(composed: Composed, side: Side, pages: ReadonlyMap<string, string>): ReadonlyMap<number, string> {
  return new Map(composed.headings[side].map((heading, i) => [heading, pages.get(headingId(i)) ?? ''] as const));
}
