/**
 * A legal text as a Word file. Word says less than a version does: no anchors, few references, other nesting. So what was
 * drafted is attached as data, and is what is read back as long as the file still says just that; an edited file is read as it stands.
 */
import { typographic } from '../amend/index.ts';
import { collect, type Report } from '../message.ts';
import { sameDocument } from '../model/equal.ts';
import type { Redline } from '../model/redline.ts';
import { attachedData } from '../read/docx/attached.ts';
import { readDocxSides } from '../read/docx/index.ts';
import { withAttachedData } from '../write/docx/attached.ts';
import { type DocxOptions, writeDocx } from '../write/docx/index.ts';
import { isRedlineData, type LegalTextSides, redlineData, sidesOfData } from './amendment-data.ts';

/** How changes are marked in Word. */
export type Marking = 'tracked' | 'typographic';

const NAMESPACE = 'urn:keeling:legal-text:1';

/** What is attached: the text, and what the file was written with. */
interface Attached {
  readonly marking: Marking;
  readonly options: DocxOptions;
  readonly redline: Redline;
}

/** The Word file of a legal text. */
export async function amendmentWord(text: Redline, options: DocxOptions, marking: Marking): Promise<Uint8Array> {
  // What is seen and says nothing is not attached: the look and the pictures.
  const { author: _, date: __, brand: ___, pictures: ____, logo: _____, ...shown } = options;
  const attached: Attached = { marking, options: shown, redline: redlineData(text) };
  return withAttachedData(await bytesOf(attached, options), NAMESPACE, JSON.stringify(attached));
}

function bytesOf({ marking, redline }: Attached, options: DocxOptions): Promise<Uint8Array> {
  return writeDocx(marking === 'typographic' ? typographic(redline) : redline, options);
}

/** What was attached, where the file still says just what was drafted; `sides` is what it says. */
export async function draftedSides(bytes: Uint8Array, sides: LegalTextSides): Promise<LegalTextSides | undefined> {
  const attached = attachedIn(bytes);
  if (attached === undefined) return undefined;
  try {
    const again = await bytesOf(attached, { ...attached.options, author: 'Keeling', date: '2000-01-01T00:00:00Z' });
    const said = collect((report: Report) => readDocxSides(again, {}, report)).value;
    if (!sameDocument(said.before, sides.before) || !sameDocument(said.after, sides.after)) return undefined;
    return sidesOfData(attached.redline);
  } catch {
    // Data that is not what Keeling attached says nothing: the file is read as it stands.
    return undefined;
  }
}

function attachedIn(bytes: Uint8Array): Attached | undefined {
  const data = attachedData(bytes, NAMESPACE);
  if (data === undefined) return undefined;
  try {
    const value = JSON.parse(data) as Attached;
    return isRedlineData(value.redline) ? value : undefined;
  } catch {
    return undefined;
  }
}
