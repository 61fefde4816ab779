/** The public names: one journey through them, from text to a redline that is decided. */
import { expect, test } from 'vitest';
import * as keeling from '../src/index.ts';

const source = (days: number) => `---
title: A Document
version: "1.${days}"
provision: Clause
---

# 1 Time {#time}

1.1 {#limit} An appeal is made within ${days} Working Days.
`;

const read = (days: number) =>
  keeling.collect((report) => keeling.readMarkdown(source(days), { file: `${days}.md` }, report)).value;

test('what was read can be compared, decided, written and read again', () => {
  const [before, after] = [read(10), read(15)];
  const redline = keeling.compare(before, after);
  expect(redline.changes.map(({ kind, weight, after }) => [kind, weight, after?.cite])).toEqual([
    ['substitution', 'substantive', 'Clause 1.1'],
  ]);
  expect(keeling.sameDocument(keeling.acceptAll(redline), after)).toBe(true);
  expect(keeling.sameDocument(keeling.rejectAll(redline), before)).toBe(true);
  expect(keeling.decide(redline, () => 'leave').changes).toEqual(redline.changes);
  expect(keeling.writeMarkdown(keeling.cleanRedline(after))).toBe(source(15));
  const { value } = keeling.collect((report) => keeling.readJson(keeling.writeJson(after), {}, report));
  expect(keeling.firstDifference(value, after)).toBeUndefined();
});

test('nothing is public by accident', () => {
  expect(Object.keys(keeling).sort()).toEqual([
    'UnusableInput',
    'acceptAll',
    'applyAmendment',
    'buildPack',
    'check',
    'citations',
    'cleanRedline',
    'collect',
    'compare',
    'countsOf',
    'decide',
    'differenceOf',
    'draftAmendment',
    'firstDifference',
    'formatMessage',
    'hasErrors',
    'importVersion',
    'inForce',
    'listTracked',
    'loadMatrix',
    'loadShapes',
    'matrixFromCsv',
    'matrixFromTable',
    'matrixVersion',
    'openLibrary',
    'parseAmendment',
    'plainText',
    'readBrand',
    'readDocx',
    'readDocxRedline',
    'readForm',
    'readJson',
    'readMarkdown',
    'readMarked',
    'readReference',
    'redlineWordFiles',
    'rejectAll',
    'renumber',
    'resolveMarked',
    'sameDocument',
    'settleTracked',
    'verifyCounts',
    'verifyMatrix',
    'walk',
    'writeDocx',
    'writeHtml',
    'writeJson',
    'writeMarkdown',
    'writeRedlineJson',
  ]);
});
