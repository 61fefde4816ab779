/** The account of a package on one side of its tracked changes. */
import { UnusableInput } from '../../message.ts';
import { type Package, refusal } from '../package.ts';
import { childNode } from './canonical.ts';
import { factsOf } from './facts.ts';
import { type AccountReading, accountReading, type FieldResults } from './reading.ts';
import { type AccountPool, accountSource } from './source.ts';
import { readStory } from './story.ts';
import type { Resolution } from './tracked.ts';
import type { AccountStory, PackageAccount } from './types.ts';

/**
 * Takes the account of an opened package with its tracked changes accepted or rejected. Throws `UnusableInput` where it has
 * no body of text.
 */
export function readAccount(
  opened: Package,
  resolution: Resolution,
  pool: AccountPool,
  results: FieldResults = 'keep',
): PackageAccount {
  const source = accountSource(opened, resolution, pool);
  const body = childNode(source.part(source.main), 'w:body');
  if (body === undefined) {
    throw new UnusableInput(refusal(opened.file, 'read/docx-no-body', 'the file has no body of text'));
  }
  const reading = accountReading(source, results);
  const text = readStory(reading, source.main, body, 'the text');
  return { stories: [text, ...separators(reading)], facts: factsOf(source), bookmarks: reading.bookmarks };
}

/** Whether a separator is the line that Word draws anyway. */
function isUsual({ units: [only, ...more] }: AccountStory): boolean {
  if (only?.kind !== 'paragraph' || more.length > 0) return false;
  return only.items.every(({ what }) => /^continuationSeparator$|^separator$/.test(what));
}

/** The lines between text and notes, which no call leads to, where they are not the usual ones. */
function separators(reading: AccountReading): AccountStory[] {
  const found: AccountStory[] = [];
  for (const { part, node } of reading.called.values()) {
    const type = node.attributes.find(([name]) => name === 'w:type')?.[1];
    if (type === undefined || type === 'normal') continue;
    const story = readStory(reading, part, node, `${type} of ${node.name.slice(2)}s`);
    if (!isUsual(story)) found.push(story);
  }
  return found.sort((a, b) => (a.what < b.what ? -1 : 1));
}
