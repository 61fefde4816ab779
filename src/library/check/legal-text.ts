/** What checking sees of a legal text: its two versions as a pack of one document, and the cover in front of it. */
import type { Report } from '../../message.ts';
import { cleanRedline } from '../../model/redline.ts';
import { writeMarkdown } from '../../write/markdown/index.ts';
import type { Library } from '../library.ts';
import { draftLegalText, legalTextFile } from '../pack/legal-text.ts';
import { openPlaces } from '../pack/open-places.ts';
import type { PackTexts } from './texts.ts';

/**
 * Drafts the legal text of that name. Its instructions restate provisions of the version that it proposes, which is
 * checked itself: of its own text the cover is given. Throws `UnusableInput` for what keeps it from being drafted.
 */
export async function legalTextTexts(library: Library, name: string, report: Report): Promise<PackTexts> {
  const { value, messages } = await draftLegalText(library, name, new Map(), () => undefined);
  for (const message of messages) report(message);
  const { manifest, placeOf, before, after, redline, front } = value;
  const id = manifest.document;
  const place = placeOf(['after']);
  return {
    view: {
      name,
      ...(manifest.classification === undefined ? {} : { classification: manifest.classification }),
      documents: [{ id, after: after.document, before: before.document, redline, place }],
      rows: [],
    },
    texts: [{ file: `${legalTextFile(name, manifest)}.md`, role: 'cover', source: writeMarkdown(cleanRedline(front)) }],
    versions: new Map([[id, { version: manifest.after, text: after.report?.document ?? after.document }]]),
    open: openPlaces(manifest, placeOf, [], 'warning'),
    known: {},
  };
}
