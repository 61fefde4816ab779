/** Versions that the texts of a pack give to its documents. */
import type { Meta } from '../../../model/document.ts';
import { PACK_TEXT } from '../../examples.ts';
import { escapeExpression } from '../../locate.ts';
import type { PackDocumentView } from '../../pack.ts';
import type { PackRule } from '../../rule.ts';
import { matches } from '../../subject.ts';

const SIDES = {
  before: PACK_TEXT.replace('title: T', 'title: Testing Code').replace('"1"', '"1.4"'),
  after: PACK_TEXT.replace('title: T', 'title: Testing Code').replace('"1"', '"1.5"'),
};

export const versionCited: PackRule = {
  id: 'version-cited',
  group: 'packs',
  severity: 'warning',
  says: 'A text of a pack that gives a document another version than those that the manifest names.',
  why: 'The pack is about other versions than the text says.',
  good: {
    ...SIDES,
    texts: { consultation: 'Version 1.5 of the Testing Code amends version 1.4 of the Testing Code.' },
  },
  bad: { ...SIDES, texts: { consultation: 'Version 1.6 of the Testing Code amends version 1.4 of the Testing Code.' } },
  checkPack: ({ documents, texts }, report) => {
    for (const document of documents) {
      const known = versionsOf(document);
      if (known.length === 0) continue;
      for (const { subject } of texts) {
        for (const expression of expressionsOf(document.after.meta)) {
          for (const [at, match] of matches(subject, expression)) {
            const actual = match[1] ?? '';
            const before = at.text.slice(Math.max(0, match.index - 60), match.index);
            if (known.includes(actual) || EARLIER.test(before)) continue;
            const reason = `the pack is about other versions of ${document.id}`;
            const start = match.index + match[0].indexOf(actual);
            report({ reason, at, start, end: start + actual.length, actual, expected: known.join(' or ') });
          }
        }
      }
    }
  },
};

/** What is said of a version that is neither in force nor proposed. */
const EARLIER = /\b(?:earlier|previous|previously|former|first|original|originally|history|since|superseded)\b[^.]*$/i;

function versionsOf({ before, after }: PackDocumentView): string[] {
  return [before?.meta.version, after.meta.version].filter((version) => version !== undefined);
}

/** `version 1.5 of the SVTAD`, `SVTAD version 1.5`, `SVTAD v1.5`, by title and short title. */
function expressionsOf({ title, short }: Meta): RegExp[] {
  const names = [title, ...(short === undefined ? [] : [short])].filter((name) => name.length > 2);
  const name = `(?:${names.map(escapeExpression).join('|')})`;
  const version = '(\\d+(?:\\.\\d+)+)(?![\\w.]*\\d)';
  return [
    new RegExp(`\\bversion\\s+${version}\\s+of\\s+(?:the\\s+)?${name}(?![\\w-])`, 'gi'),
    new RegExp(`\\b${name},?\\s+\\(?(?:version\\s+|v)${version}`, 'gi'),
  ];
}
