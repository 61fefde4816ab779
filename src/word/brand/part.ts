/** A part of a reference file as a tree. */
import { UnusableInput } from '../../message.ts';
import { parseXml, type XmlNode } from '../fragment.ts';
import { type Package, partText, refusal } from '../package.ts';
import { XmlError } from '../tag.ts';

/** A part as a tree. Throws `UnusableInput` where it is no XML. */
export function readPart(opened: Package, name: string): XmlNode | undefined {
  const text = partText(opened, name);
  if (text === undefined) return undefined;
  try {
    return parseXml(text, opened.limits.depth);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const reason = `${name} is damaged: ${error.message}`;
    throw new UnusableInput(refusal(opened.file, 'look/damaged', reason, 'open and save the file in Word'));
  }
}
