/** What stands around the text on every page: the name and version above it, the classification and page number below. */
import { Footer, Header, type Paragraph } from 'docx';
import type { Redline } from '../../model/redline.ts';
import type { Surroundings } from './inline.ts';
import type { Look } from './look.ts';
import { paragraph } from './paragraph.ts';
import { BOTH, perSide } from './sides.ts';
import type { Piece } from './slot.ts';
import { classification, standing, valuePieces } from './title.ts';

const TAB: Piece = { type: 'text', sides: BOTH, text: '\t' };

export interface Furniture {
  readonly header: Header;
  readonly footer: Footer;
}

/** `footer` is the classification line, where it is not the document's own. */
export function furniture(redline: Redline, footer: string | undefined, around: Surroundings): Furniture {
  const metas = { 1: redline.before, 2: redline.document.meta };
  const name = valuePieces(
    perSide(BOTH, (side) => metas[side].short ?? metas[side].title),
    BOTH,
  );
  const versions = perSide(BOTH, (side) =>
    metas[side].version === undefined ? undefined : `Version ${metas[side].version}`,
  );
  const version = valuePieces(versions, standing(versions));
  const line: Piece[] = footer === undefined ? classification(metas) : [{ type: 'text', sides: BOTH, text: footer }];
  const pages: Piece[] = [
    { type: 'text', sides: BOTH, text: '\tPage ' },
    { type: 'field', sides: BOTH, instruction: 'PAGE', text: '1' },
    { type: 'text', sides: BOTH, text: ' of ' },
    { type: 'field', sides: BOTH, instruction: 'NUMPAGES', text: '1' },
  ];
  return {
    header: new Header({ children: [single({ style: 'Header' }, [...name, TAB, ...version], around)] }),
    footer: new Footer({ children: [single({ style: 'Footer' }, [...line, ...pages], around)] }),
  };
}

function single(look: Look, pieces: readonly Piece[], around: Surroundings): Paragraph {
  return paragraph({ type: 'para', mark: BOTH, look, pieces }, around);
}
