/** From bytes to the typed parts of a Word file: the first stage of reading. */

import type { Report } from '../../message.ts';
import { UnusableInput } from '../../message.ts';
import { type Limits, withDefaults } from '../../word/limits.ts';
import {
  contentType,
  foldName,
  hasPart,
  openPackage,
  type Package,
  refusal,
  relationshipsOf,
} from '../../word/package.ts';
import { type Relationship, relatedPart } from '../../word/relationships.ts';
import { type Tally, tallyFor } from '../../word/tally.ts';
import { readMainPart, readTextPart } from './body.ts';
import type { WordParts } from './context.ts';
import { isHouseStyle } from './house.ts';
import { readNumbering } from './numbering.ts';
import { readStyles } from './styles.ts';

/**
 * Reads the typed parts of a .docx, .docm, .dotx or .dotm file. Nothing is settled or counted yet; each element
 * knows its place. Throws `UnusableInput` where the bytes are no Word file that can be read.
 */
export function readWordParts(
  bytes: Uint8Array,
  options: { readonly file?: string; readonly limits?: Partial<Limits> },
  report: Report,
): WordParts {
  const tally = tallyFor(report);
  try {
    return partsOf(openPackage(bytes, options.file, withDefaults(options.limits), tally), tally);
  } catch (error) {
    if (error instanceof UnusableInput) tally.finish();
    throw error;
  }
}

function partsOf(opened: Package, tally: Tally): WordParts {
  const name = mainPart(opened);
  const cache = new Map<string, ReadonlyMap<string, Relationship>>();
  const relationships = (part: string) => {
    const known = cache.get(foldName(part)) ?? relationshipsOf(opened, part);
    cache.set(foldName(part), known);
    return known;
  };
  const related = (type: string) => relatedPart(opened, relationships(name), type);
  const text = (type: string) => {
    const part = related(type);
    return part === undefined ? undefined : readTextPart(opened, part);
  };
  const styles = readStyles(opened, related('styles'));
  const lists = readNumbering(opened, related('numbering'), (style) => styles.paragraph(style).numId);
  const main = readMainPart(opened, name);
  return {
    opened,
    tally,
    main,
    styles,
    house: isHouseStyle(styles),
    lists,
    relationships,
    footnotes: text('footnotes'),
    endnotes: text('endnotes'),
    comments: text('comments'),
  };
}

const WORD_TYPE = /wordprocessingml|ms-word\./;
const OTHER_TYPE = /spreadsheetml|presentationml|ms-excel|ms-powerpoint|ms-visio/;

/** The part that the package names as its document; where it names none, the one that its content type shows. */
function mainPart(opened: Package): string {
  const named = relatedPart(opened, relationshipsOf(opened, ''), 'officeDocument');
  const name =
    named ?? typedMainPart(opened) ?? (hasPart(opened, 'word/document.xml') ? 'word/document.xml' : undefined);
  if (name === undefined) {
    throw new UnusableInput(refusal(opened.file, 'read/docx-not-word', 'the archive holds no Word document'));
  }
  const type = contentType(opened, name) ?? '';
  if (OTHER_TYPE.test(type) && !WORD_TYPE.test(type)) {
    throw new UnusableInput(refusal(opened.file, 'read/docx-not-word', `the file is no Word document but ${type}`));
  }
  return name;
}

function typedMainPart(opened: Package): string | undefined {
  for (const [part, type] of opened.types) {
    if (
      /(?:document|template)\.(?:main|macroenabled\w*\.main)\+xml$/i.test(type) &&
      WORD_TYPE.test(type) &&
      hasPart(opened, part)
    ) {
      return foldName(part);
    }
  }
  return undefined;
}
