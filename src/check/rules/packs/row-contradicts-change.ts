/** Rows of the change table that say the contrary of the provisions that they cover. */
import type { Document } from '../../../model/document.ts';
import { anchors } from '../../../model/links.ts';
import { plainText } from '../../../model/walk.ts';
import { PACK_TEXT } from '../../examples.ts';
import { directionsIn } from '../../facts/limits.ts';
import { countedIn } from '../../facts/numbers.ts';
import { anchorsOfChange, type PackDocumentView, type PackRow, rowsFor } from '../../pack.ts';
import type { PackRule, ReportFound } from '../../rule.ts';

const SIDES = {
  before: PACK_TEXT,
  after: PACK_TEXT.replace('Two.', 'Testing succeeds where issues are within the threshold.'),
};

export const rowContradictsChange: PackRule = {
  id: 'row-contradicts-change',
  group: 'packs',
  severity: 'warning',
  says: 'A row of the change table that says the contrary of what it covers: "exceed" for "within", another number, "deleted" for what was inserted.',
  why: 'The table and the text are read together, and say the contrary.',
  good: {
    ...SIDES,
    rows: [{ covers: ['two'], description: 'Testing succeeds where issues do not exceed the threshold.' }],
  },
  bad: { ...SIDES, rows: [{ covers: ['two'], description: 'Testing succeeds where issues exceed the threshold.' }] },
  checkPack: (pack, report) => {
    for (const document of pack.documents) {
      if (document.redline === undefined) continue;
      for (const row of rowsFor(pack, document)) {
        const after = textAt(document.after, row);
        const before = document.before === undefined ? '' : textAt(document.before, row);
        const say = sayer(row, document, report);
        reportDirection(row, after, say);
        reportNumbers(row, `${before}\n${after}`, say);
        reportKind(row, document, say);
      }
    }
  },
};

type Say = (reason: string, actual: string, expected?: string) => void;

function sayer(row: PackRow, { after }: PackDocumentView, report: ReportFound): Say {
  const known = anchors(after);
  const cite = row.covers.map((anchor) => known.get(anchor)?.cite).find((found) => found !== undefined);
  return (reason, actual, expected) =>
    report({
      reason,
      actual,
      ...(expected === undefined ? {} : { expected }),
      ...(row.place === undefined ? {} : { place: row.place }),
      ...(cite === undefined ? {} : { cite }),
    });
}

/** The text of the provisions that a row covers. */
function textAt(document: Document, { covers }: PackRow): string {
  const known = anchors(document);
  return covers
    .map((anchor) => known.get(anchor)?.node)
    .flatMap((node) => (node === undefined ? [] : [plainText(node)]))
    .join('\n');
}

/** What a row says of what changes, and why. */
function saidBy({ description, rationale = '' }: PackRow): string[] {
  return [description, rationale];
}

/** "exceed" where all that the provisions say of that limit is "within", or the reverse. */
function reportDirection(row: PackRow, text: string, say: Say): void {
  const stated = directionsIn(text);
  for (const { limit, over, well, words } of saidBy(row).flatMap(directionsIn)) {
    const same = stated.filter(
      (one) => one.limit === limit && (well === undefined || one.well === undefined || one.well === well),
    );
    if (same.length === 0 || same.some((one) => one.over === over)) continue;
    say('a row of the change table says the contrary of what it covers', words, same[0]?.words ?? '');
  }
}

/** A number of something that the provisions count otherwise, before and after. */
function reportNumbers(row: PackRow, text: string, say: Say): void {
  const counted = countedIn(text);
  for (const { number, of, words } of saidBy(row).flatMap(countedIn)) {
    const same = counted.filter((one) => one.of === of);
    if (same.length === 0 || same.some((one) => one.number === number)) continue;
    const reason = 'a row of the change table has a number that what it covers has not';
    say(reason, words, [...new Set(same.map((one) => one.words))].join(' or '));
  }
}

const REMOVES = /\b(?:deletes?|deleted|removes?|removed|omits?|omitted|takes? out|taken out|struck out)\b/i;
const ADDS = /\b(?:adds?|added|inserts?|inserted|new|introduces?|introduced|sets? out|defines?)\b/i;
const BOTH =
  /\b(?:replac\w+|substitut\w+|instead|moved?|moves|amend\w*|chang\w+|now|no longer|wid\w+|restrict\w*|limit\w*|confin\w*)\b/i;

/** It speaks of a deletion alone where the redline only inserts, or of an insertion alone where it only deletes. */
function reportKind(row: PackRow, { redline }: PackDocumentView, say: Say): void {
  const { description } = row;
  if (BOTH.test(description) || REMOVES.test(description) === ADDS.test(description)) return;
  const covered = (redline?.changes ?? []).filter(
    (change) => change.cause === undefined && row.covers.some((anchor) => anchorsOfChange(change).has(anchor)),
  );
  const kind = REMOVES.test(description) ? 'insertion' : 'deletion';
  if (covered.length === 0 || covered.some((change) => change.kind !== kind)) return;
  const stated = (REMOVES.exec(description) ?? ADDS.exec(description))?.[0] ?? '';
  say(`a row of the change table says "${stated}", but the redline has ${kind}s alone`, description);
}
