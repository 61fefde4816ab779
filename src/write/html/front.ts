/** The head of the page: the title block from both sides' front matter, the summary by weight, the key to the marks. */
import { longDate } from '../../model/date.ts';
import type { Meta } from '../../model/document.ts';
import { type Redline, WEIGHTS, type Weight } from '../../model/redline.ts';
import { element, escapeText, type Html } from './escape.ts';

/** The facts of the title block, in the order in which they stand there. */
const FACTS: readonly (readonly [string, (meta: Meta) => string | undefined])[] = [
  ['Document', (meta) => meta.short],
  ['Version', (meta) => meta.version],
  ['Baseline', (meta) => meta.baseline],
  ['Status', (meta) => meta.status],
  ['Effective', (meta) => (meta.effective === undefined ? undefined : longDate(meta.effective))],
  ['Classification', (meta) => meta.classification],
];

const WEIGHT_MEANINGS = {
  substantive: 'the law may differ',
  consequential: 'follows from another change',
  typographical: 'spaces or quotation marks',
  formatting: 'looks alone',
} as const satisfies Record<Weight, string>;

export function writeMasthead(redline: Redline): Html {
  const { before } = redline;
  const after = redline.document.meta;
  const kind = redline.changes.length === 0 ? '' : element('p', { class: 'kind' }, 'Redline');
  const title = element('h1', {}, bothSides(before.title, after.title));
  const facts = [...FACTS, ...propertyFacts(before, after)]
    .map(([label, read]) => writeFact(label, read(before), read(after)))
    .join('');
  const list = facts === '' ? '' : element('dl', { class: 'facts' }, facts);
  const changed = redline.changes.length === 0 ? '' : writeSummary(redline) + writeKey();
  return element('header', { class: 'masthead' }, kind + title + list + changed);
}

function propertyFacts(before: Meta, after: Meta): [string, (meta: Meta) => string | undefined][] {
  const names = new Set([...Object.keys(after.properties ?? {}), ...Object.keys(before.properties ?? {})]);
  return [...names].map((name) => [inWords(name), (meta) => meta.properties?.[name]]);
}

/** `Sec appendix` for `sec-appendix`. */
function inWords(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function writeFact(label: string, before: string | undefined, after: string | undefined): Html {
  if (before === undefined && after === undefined) return '';
  const name = element('dt', {}, escapeText(label));
  return element('div', {}, name + element('dd', {}, bothSides(before, after)));
}

/** A text that may differ between the sides: before struck, after behind it. */
function bothSides(before: string | undefined, after: string | undefined): Html {
  if (before === after) return escapeText(after ?? '');
  const was = before === undefined ? '' : element('del', { class: 'w-s' }, escapeText(before));
  const is = after === undefined ? '' : element('ins', { class: 'w-s' }, escapeText(after));
  return [was, is].filter((side) => side !== '').join(' ');
}

/** How many changes of each weight there are. */
export function countWeights(redline: Redline): Record<Weight, number> {
  const counts = { substantive: 0, consequential: 0, typographical: 0, formatting: 0 };
  for (const change of redline.changes) counts[change.weight] += 1;
  return counts;
}

function writeSummary(redline: Redline): Html {
  const counts = countWeights(redline);
  const total = redline.changes.length;
  const tiles = WEIGHTS.map((weight) => {
    const content = `<strong>${counts[weight]}</strong> <span>${weight}</span> <small>${WEIGHT_MEANINGS[weight]}</small>`;
    return element('li', { class: `w-${weight.charAt(0)}` }, content);
  });
  const all = `<strong>${total}</strong> <span>${total === 1 ? 'change' : 'changes'}</span> <small>in all</small>`;
  return element(
    'ul',
    { class: 'summary', 'aria-label': 'Changes by weight' },
    element('li', {}, all) + tiles.join(''),
  );
}

const KEY: readonly (readonly [string, string])[] = [
  ['s-ins', 'inserted'],
  ['s-del', 'deleted'],
  ['s-ins mv', 'moved to here'],
  ['s-del mv', 'moved away'],
  ['alt', 'formatted differently'],
];

function writeKey(): Html {
  const samples = KEY.map(([name, text]) => element('span', { class: name }, text)).join(' ');
  const bars = 'Bars in the margin: solid beside a substantive change, broken beside any other.';
  return element('p', { class: 'key' }, `${element('span', { class: 'samples' }, samples)} <span>${bars}</span>`);
}
