/** Data that Keeling attached to a Word file, as a custom XML part. */
import { withDefaults } from '../../word/limits.ts';
import { openPackage, partText } from '../../word/package.ts';
import { tallyFor } from '../../word/tally.ts';

/** The most items that are looked at: Word numbers them as it likes. */
const MOST_ITEMS = 20;

/** The data under a namespace; `undefined` where the file has none. Throws `UnusableInput` where the bytes are no package. */
export function attachedData(bytes: Uint8Array, namespace: string): string | undefined {
  const opened = openPackage(
    bytes,
    undefined,
    withDefaults(undefined),
    tallyFor(() => undefined),
  );
  for (let item = 1; item <= MOST_ITEMS; item++) {
    const text = partText(opened, `customXml/item${item}.xml`);
    const start = text?.indexOf(`<data xmlns="${namespace}">`) ?? -1;
    if (text === undefined || start < 0) continue;
    const from = text.indexOf('>', start) + 1;
    return unescapeXml(text.slice(from, text.lastIndexOf('</data>')));
  }
  return undefined;
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
