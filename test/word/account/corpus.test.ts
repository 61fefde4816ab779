/** The account over files of other people, where they are at hand: nothing is silent, and nothing is seen that is not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { UnusableInput } from '../../../src/message.ts';
import { type AccountDifference, accountOf, differences } from '../../../src/word/account/index.ts';

const SHARED = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const absent = !existsSync(`${SHARED}corpus/revisions/cases.json`);
const reasons = (list: readonly AccountDifference[]): string[] => list.map(({ kind, reason }) => `${kind}: ${reason}`);

/** What the account must say of faults, by the folder. */
const FAULTS: Readonly<Record<string, readonly RegExp[]>> = {
  '03-style-numbering-refused': [/^number: /, /^text: /],
  '06-bookmarks-lost-or-widened': [/^bookmark: a bookmark “Clause_scope” begins here in before only/],
  '21-legacy-checkbox-silent': [/^form field: the check box is ticked in after and not in before/],
  '22-legacy-dropdown-silent': [/^form field: the choice of the field is “Yes” in before and “No” in after/],
  '23-section-break-header-lost': [/^text: /],
  '24-section-break-moved-silent': [/^section break: .* before only/, /^section break: .* after only/],
  '25-landscape-section-lost': [/^text: /],
  '27-nested-field-code-silent': [/^field: the code of the field differs/],
  '29-fldSimple-emptied-wrong-reject': [/^text: /],
  '32-refused-alt-text': [/^drawing set-up: the alternative text/],
  '34-refused-ole-resized': [/^drawing set-up: the size of the embedded object/],
  '36-refused-style-numbering': [/^number: /],
  '38-refused-run-AlternateContent': [/^text: /],
  '39-same-style-id-other-name': [/^style: the styles “title” and “subtitle” differ/],
  '40-style-separator-silent': [/^paragraph mark: .*style separator/],
  '43-sdt-paragraph-before-table': [/^empty paragraph: an empty paragraph stands in after only/],
  '44-ruby-t-in-del': [/^text: the reading of the reading above text is “とうきょう” in before/],
  '46-custom-mark-note-split': [/^text: /],
};

/** Faults whose two files say the same. */
const SAME = ['30-list-in-cell-false-changes', '35-refused-equation-language'];

describe.skipIf(absent)('faults of Word redlines', () => {
  const files = (folder: string): [Uint8Array, Uint8Array] => [
    readFileSync(`${SHARED}faults/word/${folder}/before.docx`),
    readFileSync(`${SHARED}faults/word/${folder}/after.docx`),
  ];

  test.each(Object.entries(FAULTS))('%s', (folder, wanted) => {
    const found = reasons(differences(...files(folder)));
    for (const pattern of wanted) expect(found.filter((reason) => pattern.test(reason))).not.toEqual([]);
  });

  test.each(SAME)('%s says the same', (folder) => {
    expect(differences(...files(folder))).toEqual([]);
  });
});

interface RevisionCase {
  readonly id: string;
  readonly source: string;
  readonly accepted: string | null;
  readonly rejected: string | null;
}

/** Files that another program resolved, which it left otherwise than Word's rules say; with the reason. */
const RESOLVED_OTHERWISE: Readonly<Record<string, string>> = {
  'RP001-Tracked-Revisions-01': 'tables whose rows all went were left behind without rows',
  'RP034-Deleted-Cells': 'the cell beside a deleted one was given its column, which no mark says',
  'RP038-Inserted-Paras-at-End': 'the set-up of the last section was lost',
  'RP040-Deleted-Paras-at-End': 'the set-up of the last section was lost',
  'RP042-Deleted-Para-Mark-at-End': 'the set-up of the last section was lost',
  'RP044-MERGEFORMAT-Field-Code': 'a piece of a field code without its field was taken out with the field',
};

describe.skipIf(absent)('files with tracked changes and what they say once resolved', () => {
  const cases = absent
    ? []
    : (JSON.parse(readFileSync(`${SHARED}corpus/revisions/cases.json`, 'utf8')) as RevisionCase[]);
  const read = (name: string): Uint8Array => readFileSync(`${SHARED}corpus/revisions/${name}`);
  let [same, otherwise] = [0, 0];

  test.each(cases)('$id', ({ id, source, accepted, rejected }) => {
    const [after, before] = [read(accepted ?? source), read(rejected ?? source)];
    const { accepted: a, rejected: b } = accountOf(before, after, read(source), {
      before: rejected === null ? 'reject' : 'accept',
    });
    if (id in RESOLVED_OTHERWISE) otherwise += 1;
    else {
      same += 1;
      expect([reasons(a), reasons(b)]).toEqual([[], []]);
    }
    if (id in RESOLVED_OTHERWISE) expect(a.length + b.length).toBeGreaterThan(0);
  });

  afterAll(() => {
    console.log(`${same} files resolved alike, ${otherwise} otherwise:`);
    for (const [id, reason] of Object.entries(RESOLVED_OTHERWISE)) console.log(`  ${id}: ${reason}`);
  });
});

describe.skipIf(absent)('files of other people', () => {
  const folder = `${SHARED}corpus/import/`;
  const files = absent
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.doc[xm]$/.test(name));

  test('do not differ from themselves', () => {
    let read = 0;
    for (const name of files) {
      const bytes = readFileSync(folder + name);
      try {
        expect({ name, found: reasons(differences(bytes, new Uint8Array(bytes))) }).toEqual({ name, found: [] });
        read += 1;
      } catch (error) {
        if (!(error instanceof UnusableInput)) throw error;
      }
    }
    expect(read).toBeGreaterThan(180);
  });
});
