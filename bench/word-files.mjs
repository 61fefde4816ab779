/** Made-up Word files of any size: a statute as Word keeps it, with styles and a multi-level list, and ten years of edits to it. */
import { strToU8, zipSync } from 'fflate';
import { sentence } from './statute.mjs';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const LEVELS = ['Section', 'Clause', 'Limb'];

const root = (name, inner) => `<?xml version="1.0" encoding="UTF-8"?><w:${name} xmlns:w="${WORD}">${inner}</w:${name}>`;
const relations = (list) => `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
const relation = (type, target) => `<Relationship Id="${type}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** A Word file of paragraphs, each `{ level, text }`: 0 a heading, 1 a clause, 2 a limb; numbered by Word. */
export function wordFile(paragraphs) {
  const override = (name) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${name}+xml"/>`;
  const types = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>${override('styles')}${override('numbering')}`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types">${types}</Types>`,
    '_rels/.rels': relations([relation('officeDocument', 'word/document.xml')]),
    'word/_rels/document.xml.rels': relations([
      relation('styles', 'styles.xml'),
      relation('numbering', 'numbering.xml'),
    ]),
    'word/styles.xml': root('styles', LEVELS.map(style).join('')),
    'word/numbering.xml': root(
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${LEVELS.map(level).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    ),
    'word/document.xml': root(
      'document',
      `<w:body>${paragraphs.map(paragraph).join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>`,
    ),
  };
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(entries), { level: 1 });
}

function style(name, depth) {
  const outline = depth === 0 ? '<w:outlineLvl w:val="0"/>' : '';
  return `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>${outline}</w:pPr></w:style>`;
}

function level(_, depth) {
  const [format, text] = [
    ['decimal', '%1'],
    ['decimal', '%1.%2'],
    ['lowerLetter', '(%3)'],
  ][depth];
  return `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
}

function paragraph({ level: depth, text }) {
  const words = text.split(' ');
  const cut = Math.min(2, words.length);
  const run = (format, value) => `<w:r w:rsidR="00A1">${format}<w:t xml:space="preserve">${value}</w:t></w:r>`;
  const runs = [words.slice(0, cut).join(' '), words.length > cut ? ` ${words.slice(cut).join(' ')}` : ''];
  const content = runs.map((value, k) => (value === '' ? '' : run(k === 0 ? '<w:rPr><w:i/></w:rPr>' : '', value)));
  return `<w:p w:rsidR="00A1"><w:pPr><w:pStyle w:val="${LEVELS[depth]}"/></w:pPr>${content.join('')}</w:p>`;
}

/** A statute of as many paragraphs, about 60 characters each: headings, clauses, limbs. */
export function statuteOf(count, random) {
  return Array.from({ length: count }, (_, k) => made(k % 40 === 0 ? 0 : k % 4 === 1 ? 1 : 2, random));
}

function made(depth, random) {
  const text = sentence(random);
  const length = depth === 0 ? 30 : 40 + Math.floor(random() * 45);
  return { level: depth, text: `${text.slice(0, text.indexOf(' ', length))};` };
}

/** What share of paragraphs ten years leave as they were not: edited, gone, new, moved, split, another level. */
const SHARES = { edited: 0.15, gone: 0.04, come: 0.06, moved: 0.01, split: 0.005, level: 0.005 };

/** The statute ten years on. */
export function tenYearsOn(before, random) {
  const moved = [];
  const after = before.flatMap((one) => {
    const what = chosen(random());
    if (what === 'moved') moved.push(one);
    return OUTCOMES[what]?.(one, random) ?? [one];
  });
  for (const one of moved) after.splice(Math.floor(random() * after.length), 0, one);
  return after;
}

function chosen(chance) {
  let sum = 0;
  for (const [what, share] of Object.entries(SHARES)) {
    sum += share;
    if (chance < sum) return what;
  }
  return 'kept';
}

const OUTCOMES = {
  edited: (one, random) => [{ ...one, text: edited(one.text, random) }],
  gone: () => [],
  moved: () => [],
  come: (one, random) => [one, made(1 + Math.floor(random() * 2), random)],
  split: ({ level: depth, text }) => {
    const at = text.indexOf(' ', text.length / 2);
    return [
      { level: depth, text: text.slice(0, at) },
      { level: depth, text: text.slice(at + 1) },
    ];
  },
  level: (one) => [{ ...one, level: one.level === 1 ? 2 : 1 }],
};

function edited(text, random) {
  const words = text.split(' ');
  const fresh = sentence(random).split(' ').slice(2, 4);
  words.splice(Math.floor(random() * words.length), Math.floor(random() * 3), ...fresh);
  return words.join(' ');
}

/** One paragraph of as many words, and the same with a word added in its middle. */
export function oneLongParagraph(count) {
  const words = Array.from({ length: count }, (_, i) => `word${i % 977}`);
  const added = [...words.slice(0, count / 2), 'added', ...words.slice(count / 2)];
  return [words, added].map((list) => [{ level: 1, text: list.join(' ') }]);
}
