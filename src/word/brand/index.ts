/**
 * Reads a reference Word file: its styles, page, headers and footers, and what of its numbering is a matter of look. The
 * file is not trusted: nothing outside of it is followed, nothing in it can run, and only what is known is taken over.
 */
import { type Message, type Report, UnusableInput } from '../../message.ts';
import type { XmlNode } from '../fragment.ts';
import { type Limits, withDefaults } from '../limits.ts';
import { contentType, hasPart, openPackage, type Package, refusal, relationshipsOf } from '../package.ts';
import { relatedPart } from '../relationships.ts';
import { tallyFor } from '../tally.ts';
import { readHeadersFooters } from './headers-footers.ts';
import { readLevels } from './levels.ts';
import { readPart } from './part.ts';
import { readSections } from './sections.ts';
import { readDefaults, readStyles } from './styles.ts';
import { cleanTheme } from './theme.ts';
import type { Brand } from './types.ts';

export { inOrder } from './order.ts';
export type { Brand, BrandImage, BrandLevel, BrandPart, BrandStyle, ImageKind, PageFrame } from './types.ts';

const MIB = 1024 * 1024;

/** A reference file is a page or two: far less than a document may ask for. */
const LIMITS: Partial<Limits> = { entries: 2000, partBytes: 16 * MIB, totalBytes: 64 * MIB, depth: 200 };

export interface BrandOptions {
  /** The file as messages name it. */
  readonly file?: string;
  readonly limits?: Partial<Limits>;
}

/**
 * What a reference file gives. What it holds beside that, and what is not safe to take over, is reported as a warning.
 * Throws `UnusableInput` where it is no Word file, holds macros, or goes beyond the limits.
 */
export function readBrand(bytes: Uint8Array, options: BrandOptions, report: Report): Brand {
  const messages: Message[] = [];
  const tally = tallyFor((message) => messages.push(message));
  const opened = openPackage(bytes, options.file, withDefaults({ ...LIMITS, ...options.limits }), tally);
  const main = relatedPart(opened, relationshipsOf(opened, ''), 'officeDocument') ?? 'word/document.xml';
  refuseMacros(opened, main);
  const brand = readParts(opened, main);
  tally.finish();
  for (const message of messages) report(message);
  return brand;
}

/** A file that can run is not taken, however little of it would be. */
function refuseMacros(opened: Package, main: string): void {
  const macros = [...opened.entries.keys()].some(
    (name) => /(?:^|\/)vba|activex|\.bin$/.test(name) && /vba|activex/.test(name),
  );
  if (!macros && contentType(opened, main)?.includes('macroenabled') !== true) return;
  const reason = 'the reference file holds macros or controls that can run';
  throw new UnusableInput(refusal(opened.file, 'look/macros', reason, 'save it in Word as a plain .docx'));
}

function readParts(opened: Package, main: string): Brand {
  if (!hasPart(opened, main)) {
    throw new UnusableInput(refusal(opened.file, 'look/not-a-document', 'the file holds no Word document'));
  }
  const relationships = relationshipsOf(opened, main);
  const part = (type: string): XmlNode | undefined => {
    const name = relatedPart(opened, relationships, type);
    return name === undefined ? undefined : readPart(opened, name);
  };
  const styles = part('styles');
  const theme = part('theme');
  const { frame, references, titlePage } = readSections(opened, main);
  const defaults = readDefaults(styles);
  return {
    frame,
    ...(defaults === undefined ? {} : { defaults }),
    styles: readStyles(styles, readLevels(part('numbering'))),
    ...(theme === undefined ? {} : { theme: cleanTheme(theme) }),
    headersFooters: readHeadersFooters(opened, relationships, references),
    titlePage,
    evenAndOdd: isOn(part('settings'), 'w:evenAndOddHeaders'),
  };
}

function isOn(node: XmlNode | undefined, name: string): boolean {
  const found = node?.children.find((child): child is XmlNode => typeof child !== 'string' && child.name === name);
  const value = found?.attributes.find(([key]) => key === 'w:val')?.[1];
  return found !== undefined && value !== 'false' && value !== '0' && value !== 'off';
}
