/** Dresses a packed file in the look of a reference file: its styles, theme, page, headers and footers. */
import type { Redline } from '../../../model/redline.ts';
import type { Brand } from '../../../word/brand/index.ts';
import { parseXml, printXml } from '../../../word/fragment.ts';
import { placeSections } from '../finish.ts';
import type { Surroundings } from '../inline.ts';
import type { SetOptions } from '../package.ts';
import { PackedParts } from '../parts.ts';
import type { Section } from '../sections.ts';
import { statedFacts } from './facts.ts';
import { addHeadersFooters } from './headers-footers.ts';
import { brandedStyles } from './styles.ts';

const DEPTH = 200;
const STYLES = 'word/styles.xml';

/** What is known of the file that is dressed. */
export interface Dressed {
  readonly redline: Redline;
  readonly options: SetOptions;
  readonly around: Surroundings;
  readonly sections: readonly Section[];
}

export function dress(bytes: Uint8Array, brand: Brand, { redline, options, around, sections }: Dressed): Uint8Array {
  const parts = new PackedParts(bytes);
  const { palette, frame } = options.setting;
  const own = parseXml(parts.text(STYLES), DEPTH);
  parts.write(STYLES, printXml(brandedStyles(own, brand, palette, redline.document.meta.language)));
  if (brand.theme !== undefined) parts.write('word/theme/theme1.xml', printXml(brand.theme));
  if (brand.headersFooters.length > 0) {
    const { ledger } = around;
    const facts = statedFacts(redline, options);
    const references = addHeadersFooters(brand, parts, {
      facts,
      authorship: ledger.authorship,
      nextId: () => ledger.nextId(),
    });
    placeSections(parts, sections, frame, { references, titlePage: brand.titlePage });
  }
  return parts.toBytes();
}
