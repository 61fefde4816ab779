/** Edits to Word files as a program makes them, one kind at a time: a word, a paragraph, a cell, a row, a note and so on. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Numbers from 0 up to 1 that depend on the seed alone. */
export function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const BODY = /^word\/document\d*\.xml$/;
const NOTES = /^word\/(?:foot|end)notes\d*\.xml$/;
const HEADERS = /^word\/(?:header|footer)\d*\.xml$/;
const WORDS = ['promptly', 'Working', 'Supplier', 'eleven', 'consent', 'Schedule', 'forthwith'];

/** The kinds of edits. `formats` where one changes formatting or what stands for it; the others change text alone. */
export const EDITS = [
  { name: 'word', part: BODY, make: otherWord },
  { name: 'paragraph in', part: BODY, make: paragraphIn },
  { name: 'paragraph out', part: BODY, make: paragraphOut },
  { name: 'paragraph moved', part: BODY, make: paragraphMoved },
  { name: 'cell', part: BODY, make: within(/<w:tc>(?:(?!<\/?w:tc>)[\s\S])*<\/w:tc>/g, otherWord) },
  { name: 'row in', part: BODY, make: rowIn },
  { name: 'row out', part: BODY, make: rowOut },
  { name: 'note', part: NOTES, make: otherWord },
  { name: 'header', part: HEADERS, make: otherWord },
  { name: 'list level', part: BODY, make: listLevel, formats: true },
  { name: 'form field', part: BODY, make: formField },
  { name: 'section in', part: BODY, make: sectionIn, formats: true },
  { name: 'section out', part: BODY, make: sectionOut, formats: true },
  { name: 'picture size', part: BODY, make: pictureSize },
  { name: 'all at once', formats: true },
];

/** A file with one edit of a kind, or all that it allows; `undefined` where it allows none. */
export function edited(bytes, edit, random) {
  const files = unzipSync(bytes);
  const kinds = edit.make === undefined ? EDITS.filter(({ make }) => make !== undefined) : [edit];
  let done = false;
  for (const { part, make } of kinds) {
    for (const name of Object.keys(files).filter((one) => part.test(one))) {
      const xml = strFromU8(files[name]);
      const made = /<!DOCTYPE|<w:(?:ins|del|moveFrom|moveTo)\s/.test(xml) ? undefined : make(xml, random);
      if (made === undefined || made === xml) continue;
      files[name] = strToU8(made);
      done = true;
      break;
    }
  }
  return done ? zipSync(files, { level: 1 }) : undefined;
}

const pick = (list, random) => list[Math.floor(random() * list.length)];
const spliced = (xml, start, end, text) => xml.slice(0, start) + text + xml.slice(end);

function otherWord(xml, random) {
  const words = [...xml.matchAll(/<w:t(?: [^>]*)?>[^<]*?\b(\p{L}{3,})\b[^<]*<\/w:t>/gu)];
  const found = pick(words, random);
  if (found === undefined) return undefined;
  const at = found.index + found[0].indexOf(found[1], found[0].indexOf('>'));
  return spliced(xml, at, at + found[1].length, pick(WORDS, random));
}

/** An edit of one stretch of the part that a pattern finds. */
function within(pattern, make) {
  return (xml, random) => {
    const found = pick([...xml.matchAll(pattern)], random);
    const made = found === undefined ? undefined : make(found[0], random);
    return made === undefined ? undefined : spliced(xml, found.index, found.index + found[0].length, made);
  };
}

/** Plain paragraphs of the body that others follow: no table, field, range or paragraph in them. */
function plainParagraphs(xml) {
  const all = [...xml.matchAll(/<w:p(?: [^>]*)?>(?:(?!<w:p[ >]|<\/w:p>)[\s\S])*<\/w:p>(?=<w:p[ >])/g)];
  return all.filter(
    ({ 0: text, index }) =>
      !/fldChar|bookmark|comment|sectPr|Change|w:sdt|perm|customXml|drawing|pict|object|footnoteRef|endnoteRef/.test(
        text,
      ) &&
      /<w:t[ >]/.test(text) &&
      outermost(xml, index),
  );
}

/** Whether a place lies in the body itself, or at least in nothing that holds paragraphs of its own. */
function outermost(xml, at) {
  const before = xml.slice(Math.max(0, at - 200_000), at);
  return ['w:tbl', 'w:txbxContent', 'w:sdt'].every(
    (name) => before.split(`<${name}>`).length - before.split(`</${name}>`).length <= 0,
  );
}

const sentence = (random) =>
  `${pick(WORDS, random)} ${pick(WORDS, random)} notice shall be given to the ${pick(WORDS, random)} within ten days of it.`;

function paragraphIn(xml, random) {
  const found = pick(plainParagraphs(xml), random);
  if (found === undefined) return undefined;
  const at = found.index + found[0].length;
  const properties = /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(found[0])?.[0] ?? '';
  return spliced(xml, at, at, `<w:p>${properties}<w:r><w:t>${sentence(random)}</w:t></w:r></w:p>`);
}

function paragraphOut(xml, random) {
  const found = pick(plainParagraphs(xml), random);
  return found === undefined ? undefined : spliced(xml, found.index, found.index + found[0].length, '');
}

function paragraphMoved(xml, random) {
  const all = plainParagraphs(xml);
  const [found, target] = [pick(all, random), pick(all, random)];
  if (found === undefined || target === undefined || found.index === target.index) return undefined;
  const moved = found[0];
  const without = spliced(xml, found.index, found.index + moved.length, '');
  const at = target.index + target[0].length - (target.index > found.index ? moved.length : 0);
  return spliced(without, at, at, moved);
}

/** Rows without tables, fields or marks in them. */
function plainRows(xml) {
  const all = [...xml.matchAll(/<w:tr(?: [^>]*)?>(?:(?!<\/?w:tbl>|<\/w:tr>)[\s\S])*<\/w:tr>/g)];
  return all.filter(({ 0: text }) => !/fldChar|bookmark|comment|w:sdt|vMerge|drawing|pict|object|noteRef/.test(text));
}

function rowIn(xml, random) {
  const found = pick(plainRows(xml), random);
  if (found === undefined) return undefined;
  const at = found.index + found[0].length;
  return spliced(
    xml,
    at,
    at,
    found[0].replace(/(<w:t(?: [^>]*)?>)[^<]+/g, (_, tag) => tag + pick(WORDS, random)),
  );
}

function rowOut(xml, random) {
  const found = pick(
    plainRows(xml).filter(({ index, 0: text }) => /^<w:tr[ >]/.test(xml.slice(index + text.length))),
    random,
  );
  return found === undefined ? undefined : spliced(xml, found.index, found.index + found[0].length, '');
}

function listLevel(xml, random) {
  const found = pick([...xml.matchAll(/<w:ilvl w:val="(\d)"\s*\/>/g)], random);
  if (found === undefined) return undefined;
  return spliced(xml, found.index, found.index + found[0].length, `<w:ilvl w:val="${found[1] === '0' ? 1 : 0}"/>`);
}

function formField(xml, random) {
  const found = pick(
    [...xml.matchAll(/<w:checkBox>[\s\S]*?<\/w:checkBox>|<w14:checked w14:val="([01])"\s*\/>/g)],
    random,
  );
  if (found === undefined) return undefined;
  const [text, checked] = found;
  const ticked = /<w:checked\s*\/>/.test(text);
  const made =
    checked !== undefined
      ? text.replace(/"[01]"/, checked === '1' ? '"0"' : '"1"')
      : ticked
        ? text.replace(/<w:checked\s*\/>/, '<w:checked w:val="0"/>')
        : text.replace(/<w:checked[^>]*>/, '').replace('</w:checkBox>', '<w:checked/></w:checkBox>');
  return spliced(xml, found.index, found.index + text.length, made);
}

function sectionIn(xml, random) {
  const found = pick(plainParagraphs(xml), random);
  if (found === undefined) return undefined;
  const section = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>';
  const made = /<w:pPr>/.test(found[0])
    ? found[0].replace('</w:pPr>', `${section}</w:pPr>`)
    : found[0].replace(/^<w:p(?: [^>]*)?>/, (tag) => `${tag}<w:pPr>${section}</w:pPr>`);
  return spliced(xml, found.index, found.index + found[0].length, made);
}

function sectionOut(xml, random) {
  const found = pick(
    [...xml.matchAll(/<w:sectPr(?: [^>]*)?>(?:(?!<\/w:sectPr>)[\s\S])*<\/w:sectPr>(?=<\/w:pPr>)/g)],
    random,
  );
  return found === undefined ? undefined : spliced(xml, found.index, found.index + found[0].length, '');
}

function pictureSize(xml, random) {
  const found = pick([...xml.matchAll(/<wp:extent cx="(\d+)"/g)], random);
  if (found === undefined) return undefined;
  return spliced(xml, found.index, found.index + found[0].length, `<wp:extent cx="${Number(found[1]) + 90_000}"`);
}
