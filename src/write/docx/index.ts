/**
 * Writes a redline as a Word file in the house style: clean where nothing is marked, else with Word's own tracked
 * changes, so that accepting them all gives the clean after, and rejecting them the clean before.
 */
import { acceptAll, rejectAll } from '../../model/decide.ts';
import type { Document } from '../../model/document.ts';
import { cleanRedline, type Redline } from '../../model/redline.ts';
import { bookmarkName } from './anchors.ts';
import { type Composed, compose, isMarked } from './compose.ts';
import { type Pages, pack } from './package.ts';
import { same } from './pieces.ts';
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
}

/**
 * The bytes of a `.docx` file. But for `docProps/core.xml`, which says when it was written, the same redline and
 * options give the same parts.
 */
export async function writeDocx(redline: Redline, options: DocxOptions = {}): Promise<Uint8Array> {
  const composed = compose(redline, options.titleFacts ?? []);
  const marked = isMarked(redline.document) || !same(redline.before, redline.document.meta);
  if (!marked) return (await pack(redline, composed, options, 'estimate')).bytes;
  return (await pack(redline, composed, options, await pagesOfSides(redline, composed, options))).bytes;
}

/** The pages that the contents list of each clean side names: the accepted file is then the clean one. */
async function pagesOfSides(redline: Redline, composed: Composed, options: DocxOptions): Promise<Pages> {
  if (composed.headings[AFTER].length === 0 && composed.headings[BEFORE].length === 0) return {};
  const before = await cleanPages(rejectAll(redline), options);
  const after = await cleanPages(acceptAll(redline), options);
  return { [BEFORE]: byHeading(composed, BEFORE, before), [AFTER]: byHeading(composed, AFTER, after) };
}

/** The page of each bookmark of a clean document. */
async function cleanPages(document: Document, options: DocxOptions): Promise<ReadonlyMap<string, string>> {
  const clean = cleanRedline(document);
  const { bookmarkPages } = await pack(clean, compose(clean, options.titleFacts ?? []), options, 'estimate');
  return bookmarkPages;
}

/** The headings of a side stand in the clean document in the same order. */
function byHeading(composed: Composed, side: Side, pages: ReadonlyMap<string, string>): ReadonlyMap<number, string> {
  const found = composed.headings[side].map(
    (heading, i) => [heading, pages.get(bookmarkName(headingId(i))) ?? ''] as const,
  );
  return new Map(found);
}
