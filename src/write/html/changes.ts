/** The list of changes: kind, weight, citation, what changed in a few words, and what it follows from. */
import type { Change, ChangeId, ChangeKind } from '../../model/redline.ts';
import { element, escapeText, type Html } from './escape.ts';
import { atTop, type NumberedChange, type Page, targetOf } from './page.ts';

const KIND_WORDS = {
  insertion: 'inserted',
  deletion: 'deleted',
  substitution: 'substituted',
  move: 'moved',
  split: 'split',
  merge: 'merged',
  renumbering: 'renumbered',
  reformatting: 'reformatted',
} as const satisfies Record<ChangeKind, string>;

export function writeChanges(page: Page): Html {
  if (page.changes.size === 0) return '';
  const followers = countFollowers(page);
  const items = [...page.changes.values()].map((change) => writeChange(change, followers, page)).join('');
  const heading = element('h2', { id: 'changes-heading' }, 'Changes');
  const list = element('ol', { id: 'change-list' }, items);
  return element(
    'aside',
    { id: 'changes', class: 'side', 'aria-labelledby': 'changes-heading' },
    heading + HELP + list,
  );
}

const HELP: Html =
  '<p class="help needs-script"><label><input type="checkbox" id="keys" checked=""/> Keys</label> ' +
  '<span><kbd>n</kbd> or <kbd>j</kbd> next, <kbd>p</kbd> or <kbd>k</kbd> previous; ' +
  '<kbd>c</kbd> <kbd>t</kbd> <kbd>f</kbd> show or hide consequential, typographical, formatting changes</span></p>';

function countFollowers(page: Page): Map<ChangeId, number> {
  const counts = new Map<ChangeId, number>();
  for (const { change } of page.changes.values()) {
    if (change.cause !== undefined) counts.set(change.cause, (counts.get(change.cause) ?? 0) + 1);
  }
  return counts;
}

function writeChange(numbered: NumberedChange, followers: ReadonlyMap<ChangeId, number>, page: Page): Html {
  const { change, number, weight } = numbered;
  const cite = element('span', { class: 'cite' }, escapeText(citeOf(change)));
  const head = element('span', { class: 'number' }, String(number)) + cite;
  const href = hrefOf(numbered, page);
  const link = href === undefined ? element('span', { class: 'go' }, head) : element('a', { class: 'go', href }, head);
  const kind = element('span', { class: 'kind' }, `${KIND_WORDS[change.kind]}, ${weight}`);
  const summary = element('p', {}, escapeText(change.summary)) + writeExcerpt(change) + writeAuthor(change);
  const content = `${link} ${kind} ${summary}${writeCause(change, page)}${writeFollowers(followers.get(change.id))}`;
  return element('li', { id: `item-${number}`, class: `w-${weight.charAt(0)}`, 'data-n': number }, content);
}

const EXCERPT_TAGS = { deleted: 'del', inserted: 'ins' } as const;

/** The words with what was deleted and inserted told apart; nothing where the summary says all there is. */
function writeExcerpt({ excerpt = [] }: Change): Html {
  if (!excerpt.some(({ kind }) => kind === 'retained')) return '';
  const parts = excerpt.map(({ kind, text }) =>
    kind === 'retained' ? escapeText(text) : element(EXCERPT_TAGS[kind], {}, escapeText(text)),
  );
  return element('p', { class: 'excerpt' }, parts.join(''));
}

function writeAuthor({ author, date }: Change): Html {
  const by = [author, date?.slice(0, 10)].filter((part) => part !== undefined);
  return by.length === 0 ? '' : element('p', { class: 'cause' }, escapeText(by.join(', ')));
}

/** Both citations where they differ, as for a move or a renumbering. */
function citeOf(change: Change): string {
  const before = change.before?.cite;
  const after = change.after?.cite;
  if (before !== undefined && after !== undefined && before !== after) return `${before} → ${after}`;
  return after || before || 'Document';
}

/** Where the change is marked; where no mark shows it, the provision that it names. */
function hrefOf({ change, number }: NumberedChange, page: Page): string | undefined {
  if (page.placed.has(`change-${number}`)) return `#change-${number}`;
  if (page.placed.has(`change-${number}-from`)) return `#change-${number}-from`;
  const id = change.after?.id ?? change.before?.id;
  const target = id === undefined ? undefined : targetOf(id, atTop(page));
  return target === undefined ? undefined : `#${target}`;
}

function writeCause(change: Change, page: Page): Html {
  const cause = change.cause === undefined ? undefined : page.changes.get(change.cause);
  if (cause === undefined) return '';
  const link = element('a', { href: `#item-${cause.number}` }, `change ${cause.number}`);
  return element('p', { class: 'cause' }, `follows from ${link}, ${escapeText(citeOf(cause.change))}`);
}

function writeFollowers(count: number | undefined): Html {
  if (count === undefined) return '';
  return element(
    'p',
    { class: 'cause' },
    `${count} ${count === 1 ? 'change follows' : 'changes follow'} from this one`,
  );
}
