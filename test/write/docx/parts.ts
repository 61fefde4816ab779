/** Parts of a Word file, for tests that look into it. */
import { strFromU8, unzipSync } from 'fflate';

export type Parts = Readonly<Record<string, string>>;

export function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

export function body(bytes: Uint8Array): string {
  return partsOf(bytes)['word/document.xml'] ?? '';
}

/** The paragraphs of a part that hold a text, as XML. */
export function paragraphsWith(xml: string, text: string): string[] {
  return (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).filter((paragraph) => paragraph.includes(text));
}

/** The values of an attribute, in order. */
export function values(xml: string, element: string, attribute: string): string[] {
  const found = xml.matchAll(new RegExp(`<${element}(?= )[^>]*? ${attribute}="([^"]*)"`, 'g'));
  return [...found].map((match) => match[1] ?? '');
}
