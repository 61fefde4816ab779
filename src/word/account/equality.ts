/** Whether units of two accounts say the same, all that hangs on them included. */
import type { AccountAnchor, AccountItem, AccountParagraph, AccountStory, AccountUnit, Facets } from './types.ts';

export function sameUnits(x: AccountUnit, y: AccountUnit): boolean {
  if (x === y) return true;
  if (x.kind === 'paragraph') return y.kind === 'paragraph' && sameParagraphs(x, y);
  if (y.kind === 'paragraph' || x.what !== y.what || x.opens !== y.opens) return false;
  return sameFacets(x.facets, y.facets) && sameLists(x.inner, y.inner, sameStories);
}

function sameParagraphs(x: AccountParagraph, y: AccountParagraph): boolean {
  return (
    x.text === y.text &&
    x.number === y.number &&
    x.numberFormat === y.numberFormat &&
    x.format.id === y.format.id &&
    x.mark.id === y.mark.id &&
    sameLists(x.items, y.items, sameItems) &&
    sameLists(x.anchors, y.anchors, sameAnchors)
  );
}

function sameItems(x: AccountItem, y: AccountItem): boolean {
  return (
    x.what === y.what &&
    x.text === y.text &&
    x.format.id === y.format.id &&
    sameFacets(x.facets, y.facets) &&
    sameLists(x.inner, y.inner, sameStories)
  );
}

function sameAnchors(x: AccountAnchor, y: AccountAnchor): boolean {
  return x.what === y.what && x.name === y.name && x.at === y.at;
}

function sameStories(x: AccountStory, y: AccountStory): boolean {
  return x.what === y.what && sameLists(x.units, y.units, sameUnits);
}

export function sameFacets(x: Facets, y: Facets): boolean {
  if (x === y) return true;
  const names = Object.keys(x);
  return names.length === Object.keys(y).length && names.every((name) => x[name] === y[name]);
}

function sameLists<T>(x: readonly T[], y: readonly T[], same: (x: T, y: T) => boolean): boolean {
  if (x === y) return true;
  if (x.length !== y.length) return false;
  for (let at = 0; at < x.length; at++) if (!same(x[at] as T, y[at] as T)) return false;
  return true;
}
