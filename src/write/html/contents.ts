/** The contents list: headings and changed clauses, each with the number of changes that stand in it, by weight. */
import { WEIGHTS, type Weight } from '../../model/redline.ts';
import { classes, element, escapeText, type Html } from './escape.ts';
import type { Entry, Page } from './page.ts';

type Counts = Partial<Record<Weight, number>>;

/** Every change counts for one line, so that the counts of all lines add up to the summary. */
export function writeContents(page: Page): Html {
  const counts = countPlaces(page);
  const front = counts.get(undefined);
  const opening = front === undefined ? '' : writeLine({ ...OPENING }, front);
  const lines = page.entries
    .filter((entry) => entry.always || counts.has(entry))
    .map((entry) => writeLine(entry, counts.get(entry)))
    .join('');
  if (opening + lines === '') return '';
  const heading = element('h2', { id: 'contents-heading' }, 'Contents');
  const list = element('ol', {}, opening + lines);
  return element('nav', { id: 'contents', class: 'side', 'aria-labelledby': 'contents-heading' }, heading + list);
}

/** The line for what stands in front of the first provision. */
const OPENING: Entry = { id: 'text', level: 1, label: '', text: 'Outside the provisions', always: true };

function countPlaces(page: Page): Map<Entry | undefined, Counts> {
  const counts = new Map<Entry | undefined, Counts>();
  for (const [change, entry] of page.places) {
    const weight = page.changes.get(change)?.weight;
    if (weight === undefined) continue;
    const line = counts.get(entry) ?? {};
    line[weight] = (line[weight] ?? 0) + 1;
    counts.set(entry, line);
  }
  return counts;
}

function writeLine(entry: Entry, counts: Counts = {}): Html {
  const label = entry.label === '' ? '' : `${element('span', { class: 'label' }, escapeText(entry.label))} `;
  const text = label + element('span', { class: 'text' }, escapeText(entry.text));
  const fate = entry.fate?.kind;
  const marked = fate === undefined ? text : element(fate === 'insertion' ? 'ins' : 'del', {}, text);
  const link = element('a', { href: `#${entry.id}` }, marked);
  const side = fate === undefined ? '' : fate === 'insertion' ? 'ins' : 'del';
  const name = classes(`l-${Math.min(entry.level, 5)}`, side);
  return element('li', { class: name }, link + writeCounts(counts));
}

function writeCounts(counts: Counts): Html {
  const badges = WEIGHTS.filter((weight) => counts[weight] !== undefined).map((weight) => {
    const words = element('span', { class: 'vh' }, ` ${weight}`);
    return element(
      'span',
      { class: `n w-${weight.charAt(0)}`, title: `${counts[weight]} ${weight}` },
      counts[weight] + words,
    );
  });
  return badges.length === 0 ? '' : element('span', { class: 'counts' }, badges.join(' '));
}
