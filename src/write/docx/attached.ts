/** Data beside the text of a Word file: a custom XML part, which Word keeps and does not show (ISO/IEC 29500-1, 15.2.5). */
import { unzipAll, zipAll } from '../../word/zip.ts';

const PART = 'customXml/item1.xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';

/** The file with data attached, under a namespace that names what it is. */
export function withAttachedData(bytes: Uint8Array, namespace: string, data: string): Uint8Array {
  const entries = unzipAll(bytes);
  const relationships = new TextDecoder().decode(entries.get(RELATIONSHIPS));
  const item = `<Relationship Id="rIdData1" Type="${TYPE}" Target="../${PART}"/>`;
  entries.set(RELATIONSHIPS, encode(relationships.replace('</Relationships>', () => `${item}</Relationships>`)));
  entries.set(
    PART,
    encode(`<?xml version="1.0" encoding="UTF-8"?>\n<data xmlns="${namespace}">${escapeXml(data)}</data>`),
  );
  return zipAll(entries);
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] as string);
}
