/** Fields by what Word does with them (ISO/IEC 29500-1, 17.16.5). */

/** Codes of fields whose results Word works out by itself, from the document or the clock. */
export const RENEWED_FIELD = /^\s*(?:REF|PAGEREF|NOTEREF|STYLEREF|SEQ|PAGE|NUMPAGES|SECTIONPAGES|TOC|DATE|TIME)\b/i;
