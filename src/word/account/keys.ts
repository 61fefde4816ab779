/** Keys of units: the same for two just where they say the same. */
import type { AccountBoundary, AccountItem, AccountParagraph, AccountStory, AccountUnit, Facets } from './types.ts';

export function paragraphKey(made: Omit<AccountParagraph, 'kind' | 'key' | 'paragraph'>): string {
  const { number, numberFormat, format, mark, items, anchors } = made;
  let key = `${format.id} ${mark.id} ${number === undefined ? '' : `${number}|${numberFormat}`}\n`;
  for (const item of items) key += itemKey(item);
  for (const { what, name, at } of anchors) key += `@${at} ${what} ${name}\n`;
  return key;
}

/** A key that is the same for two items just where they are. */
function itemKey({ what, text, format, facets, inner }: AccountItem): string {
  const told = what === 'text' ? '' : facetKey(facets);
  return `${what} ${format.id} ${text}${told}${inner.map(storyKey).join('')}\n`;
}

const STORY_KEYS = new WeakMap<readonly AccountUnit[], string>();

function storyKey({ units }: AccountStory): string {
  const known = STORY_KEYS.get(units);
  if (known !== undefined) return known;
  const made = `[${units.map(({ key }) => key).join('\n')}]`;
  STORY_KEYS.set(units, made);
  return made;
}

function facetKey(facets: Facets): string {
  return Object.keys(facets)
    .sort()
    .map((name) => `|${name}=${facets[name]}`)
    .join('');
}

/** A boundary that opens, by what it is and says. */
export function boundary(
  what: string,
  paragraph: number,
  facets: Facets,
  inner: readonly AccountStory[] = [],
): AccountBoundary {
  const key = `${what}${facetKey(facets)}${inner.map((story) => story.what + storyKey(story)).join('')}`;
  return { kind: 'boundary', key, what, opens: true, paragraph, facets, inner };
}
