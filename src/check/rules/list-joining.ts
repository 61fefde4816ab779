/** Lists whose joining words are missing, doubled or in the wrong place, and how their pieces end. */
import type { Block } from '../../model/document.ts';
import type { Rule, Tell } from '../rule.ts';
import { blockLists, once, type Passage, type Subject } from '../subject.ts';

/** The last line of a piece of a list, and its passage. */
interface ListPiece {
  readonly at: Passage;
  readonly text: string;
}

/** Every list of three pieces or more, each piece a single paragraph. */
const lists = once((subject: Subject): readonly (readonly ListPiece[])[] => {
  const passages = new Map<unknown, Passage>(subject.passages.map((passage) => [passage.node, passage]));
  const found: ListPiece[][] = [];
  for (const blocks of blockLists(subject)) {
    let list: ListPiece[] = [];
    const end = (): void => {
      if (list.length > 1) found.push(list);
      list = [];
    };
    for (const block of blocks) {
      const piece = isPiece(block) ? pieceOf(block, passages) : undefined;
      if (piece === undefined) end();
      else list.push(piece);
    }
    end();
  }
  return found;
});

function isPiece(block: Block): boolean {
  return block.type === 'item' || (block.type === 'clause' && block.kind === 'limb' && block.heading === undefined);
}

function pieceOf(block: Block, passages: ReadonlyMap<unknown, Passage>): ListPiece | undefined {
  if (!('children' in block)) return undefined;
  const [only, ...more] = block.children;
  const at = passages.get(only);
  if (at === undefined) return undefined;
  // Where limbs stand below it, its own text is a lead-in that ends as it likes.
  return { at, text: more.length > 0 ? '' : at.text.trimEnd() };
}

const JOINED = /[;,]\s*(and|or|and\/or)[,;]?$/i;

export const listJoining: Rule = {
  id: 'list-joining',
  group: 'structure',
  severity: 'warning',
  english: true,
  says: 'A list whose "and" or "or" is doubled, missing, or not before its last piece.',
  good: 'It covers:\n\n- (a) tests;\n- (b) data; and\n- (c) staff.',
  bad: 'It covers:\n\n- (a) tests; and\n- (b) data; and\n- (c) staff.',
  check: (subject, tell) => {
    for (const list of lists(subject)) {
      if (list.some(({ text }) => text === '')) continue;
      const joined = list.slice(0, -1).map(({ text }) => JOINED.exec(text)?.[1]?.toLowerCase());
      const count = joined.filter((word) => word !== undefined).length;
      if (count === joined.length && count > 2) continue;
      if (count > 1 || (count === 1 && joined.at(-1) === undefined)) tellEarly(list, joined, tell);
      else if (count === 0) tellMissing(list, tell);
    }
  },
};

/** A word that joins stands before the last piece alone. */
function tellEarly(list: readonly ListPiece[], joined: readonly (string | undefined)[], tell: Tell): void {
  joined.slice(0, -1).forEach((word, i) => {
    const piece = list[i];
    if (word === undefined || piece === undefined) return;
    const start = piece.text.search(JOINED);
    const reason = `"${word}" joins a piece of a list that is not the last but one`;
    tell({ reason, at: piece.at, start, end: piece.text.length, actual: piece.text.slice(start), expected: ';' });
  });
}

/** A list that ends its pieces with semicolons, and has three at least, says how they are joined. */
function tellMissing(list: readonly ListPiece[], tell: Tell): void {
  const last = list.at(-2);
  if (last === undefined || list.length < 3) return;
  if (!list.slice(0, -1).every(({ text }) => text.endsWith(';')) || !/[.,]$/.test(list.at(-1)?.text ?? '')) return;
  const reason = 'no "and" or "or" joins the last piece of a list';
  const start = last.text.length - 1;
  tell({
    reason,
    at: last.at,
    start,
    end: last.text.length,
    actual: ';',
    expected: '; and, or ; or',
    severity: 'note',
  });
}

export const listEnding: Rule = {
  id: 'list-ending',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A piece of a list with a stop in the wrong place, such as ", and;".',
  good: 'It covers:\n\n- tests; and\n- data.',
  bad: 'It covers:\n\n- tests, and;\n- data.',
  check: (subject, tell) => {
    for (const list of lists(subject)) {
      for (const { at, text } of list) {
        const match = /[,;]\s+(and|or)[,;:]$/i.exec(text);
        if (match === null) continue;
        const reason = 'the stop stands behind the joining word';
        tell({ reason, at, start: match.index, end: text.length, actual: match[0], expected: `; ${match[1]}` });
      }
    }
  },
};

export const listCapitals: Rule = {
  id: 'list-capitals',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A list whose pieces begin now with a capital, now without.',
  good: 'It covers:\n\n- tests;\n- data; and\n- staff.',
  bad: 'It covers:\n\n- Tests of all;\n- data; and\n- staff.',
  check: (subject, tell) => {
    for (const list of lists(subject)) {
      const small = list.filter(({ at }) => /^\p{Ll}/u.test(at.text));
      const capital = list.filter(({ at }) =>
        /^(?:The|Any|All|Each|A|An|\p{Lu}\p{Ll}+ (?:of|to|the|in|for)) ?\b/u.test(at.text),
      );
      const [first] = capital;
      if (first === undefined || capital.length >= small.length || small.length < 2) continue;
      const [word = ''] = first.at.text.split(' ', 1);
      const reason = 'a piece of a list begins with a capital, and others do not';
      tell({ reason, at: first.at, start: 0, end: word.length, actual: word });
    }
  },
};

export const listLeadIn: Rule = {
  id: 'list-lead-in',
  group: 'structure',
  severity: 'note',
  english: true,
  says: 'A list that is announced by a semicolon where a colon belongs.',
  good: 'It has duties, including:\n\n- tests; and\n- data.',
  bad: 'It has duties, including;\n\n- tests; and\n- data.',
  check: (subject, tell) => {
    for (const at of subject.passages) {
      const match = /\b(?:including|the following|as follows|such as|namely);$/i.exec(at.text.trimEnd());
      if (match === null) continue;
      const end = at.text.trimEnd().length;
      const reason = 'a semicolon stands before a list, where a colon belongs';
      tell({ reason, at, start: end - 1, end, actual: match[0], expected: `${match[0].slice(0, -1)}:` });
    }
  },
};
