/** What a reference Word file gives to the files that are written in its look. */
import type { XmlNode } from '../fragment.ts';

/** The page: its size and margins, in twips (twentieths of a point). */
export interface PageFrame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** From the edge of the paper to the header, and to the footer. */
  readonly header: number;
  readonly footer: number;
}

/** A style, cleaned: WordprocessingML alone, without numbering, revisions and identifiers of editing sessions. */
export interface BrandStyle {
  readonly id: string;
  /** As Word knows it, whatever the language of the user: `heading 1`. */
  readonly name: string;
  readonly type: 'paragraph' | 'character' | 'table';
  readonly isDefault: boolean;
  readonly node: XmlNode;
  /** How its list level is set, where the style belongs to one. */
  readonly level?: BrandLevel;
}

/** How a list level is set; distances in twips. */
export interface BrandLevel {
  readonly left: number;
  readonly hanging: number;
  /** The character of a bullet. */
  readonly bullet?: string;
}

/** A picture of a header or footer. */
export interface BrandImage {
  /** The id by which the part refers to it. */
  readonly id: string;
  readonly kind: ImageKind;
  readonly bytes: Uint8Array;
}

export type ImageKind = 'png' | 'jpeg' | 'gif' | 'emf' | 'wmf';

/** A header or footer, cleaned. Its fields are elements called `field` with the attribute `instruction`. */
export interface BrandPart {
  readonly part: 'header' | 'footer';
  readonly type: 'default' | 'first' | 'even';
  readonly root: XmlNode;
  readonly images: readonly BrandImage[];
}

export interface Brand {
  readonly frame: PageFrame;
  /** The defaults of runs and paragraphs (`w:docDefaults`). */
  readonly defaults?: XmlNode;
  readonly styles: readonly BrandStyle[];
  /** The theme, from which styles take fonts and colours. */
  readonly theme?: XmlNode;
  readonly headersFooters: readonly BrandPart[];
  /** Whether the first page has a header and footer of its own. */
  readonly titlePage: boolean;
  readonly evenAndOdd: boolean;
}
