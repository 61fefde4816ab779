/** The tracked changes of a Word file, weighed by comparing its two sides. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/compare/index.ts';
import { weighTracked } from '../../src/library/marked-changes.ts';
import { collect } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { writeDocx } from '../../src/write/docx/index.ts';
import { listTracked } from '../../src/write/in-place/index.ts';

const read = (text: string): Document =>
  collect((report) => readMarkdown(`---\ntitle: A\nprovision: Clause\n---\n\n${text}`, { mode: 'strict' }, report))
    .value;

const BEFORE = `# 1 Tests {#tests}

1.1 {#plan} The Party plans its tests.

1.2 {#report} The Party reports within 10 Working Days.

# 2 Words {#words}

2.1 {#done} The Party says "done" within 10 Working Days of the decision.

# Schedule 1 Forms {#forms}

## 1 Heat {#heat}

1.1 {#hot} The form is red.
`;

const AFTER = `# 1 Tests {#tests}

1.1 {#plan} The Party **plans** its tests.

1.2 {#notice} A notice names the person responsible.

1.3 {#report} The Party reports within 10 Working Days.

# 2 Words {#words}

2.1 {#done} The Party says “done” within 10 Working Days of the decision.

# Schedule 1 Forms {#forms}

## 1 Heat {#heat}

1.1 {#hot} The form is blue.
`;

const word = await writeDocx(compare(read(BEFORE), read(AFTER)), {
  author: 'A. Drafter',
  date: '2020-01-31T09:00:00Z',
});
const changes = weighTracked(word, 'redline.docx', () => {});
const those = (text: RegExp) => changes.filter((change) => text.test(change.text));

describe('a tracked change', () => {
  it('is on the list that is told of the file, in its order', () => {
    expect(changes.map(({ id, kind, text }) => [id, kind, text])).toEqual(
      listTracked(word, () => {}).map(({ id, kind, text }) => [id, kind, text]),
    );
    expect(changes.length).toBeGreaterThan(5);
  });

  it('weighs what the comparison of the two sides finds there', () => {
    expect(those(/notice/).map(({ weight }) => weight)).toEqual(['substantive']);
    expect(those(/red|blue/).map(({ weight }) => weight)).toEqual(['substantive', 'substantive']);
    expect(changes.filter(({ kind }) => kind === 'formatting').map(({ weight }) => weight)).toContain('formatting');
    expect(those(/["“”]/).map(({ weight }) => weight)).toContain('typographical');
  });

  it('stands in its provision and in all around it, and in no other', () => {
    const [red] = those(/red/);
    expect(red?.cite).toBe('Schedule 1, paragraph 1.1');
    expect([...(red?.within ?? [])]).toEqual(
      expect.arrayContaining(['schedule 1', 'schedule 1, paragraph 1', 'paragraph 1.1 of schedule 1']),
    );
    expect(red?.within.has('clause 1')).toBe(false);
    const [notice] = those(/notice/);
    expect(notice?.within.has('clause 1')).toBe(true);
  });
});
