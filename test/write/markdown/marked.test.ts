import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/model/document.ts';
import type { Change, Redline, Revision } from '../../../src/model/redline.ts';
import { writeMarkdown } from '../../../src/write/markdown/index.ts';

const META = { title: 'Example', provision: 'Clause', language: 'en-GB' };
const INSERTED: Revision = { kind: 'insertion', change: 'c1' };
const DELETED: Revision = { kind: 'deletion', change: 'c1' };
const MOVE: Change = {
  id: 'c1',
  kind: 'move',
  weight: 'substantive',
  before: { cite: 'Clause 4.1', within: [], text: '' },
  after: { cite: 'Clause 4.3', within: [], text: '' },
  summary: 'moved',
};

/** The body of a redline's Markdown. */
function marked(children: readonly Block<Revision>[], changes: readonly Change[] = []): string {
  const redline: Redline = { before: META, document: { type: 'document', meta: META, children }, changes };
  return writeMarkdown(redline).split('\n---\n\n')[1] as string;
}

function text(value: string, revision?: Revision): Inline<Revision> {
  return { type: 'text', value, ...(revision === undefined ? {} : { revision }) };
}

function para(children: readonly Inline<Revision>[], revision?: Revision): Block<Revision> {
  return { type: 'para', children, ...(revision === undefined ? {} : { revision }) };
}

function clause(label: string, children: readonly Block<Revision>[], revision?: Revision): Block<Revision> {
  return { type: 'clause', kind: 'clause', label, children, ...(revision === undefined ? {} : { revision }) };
}

describe('a marked redline', () => {
  it('shows words that went and came', () => {
    expect(marked([para([text('within '), text('5', DELETED), text('10', INSERTED), text(' Days')])])).toBe(
      'within <del>5</del><ins>10</ins> Days\n',
    );
  });

  it('marks all of an inserted clause, its label too, and never breaks a list or heading', () => {
    const limb: Block<Revision> = { type: 'clause', kind: 'limb', label: '(a)', children: [para([text('x')])] };
    expect(marked([clause('4.1', [para([text('If:')]), limb], INSERTED)])).toBe(
      '<ins>4.1</ins> <ins>If:</ins>\n\n- <ins>(a)</ins> <ins>x</ins>\n',
    );
    const headed: Block<Revision> = {
      type: 'clause',
      kind: 'clause',
      label: '4',
      heading: [text('T')],
      children: [],
      revision: DELETED,
    };
    expect(marked([headed])).toBe('# <del>4</del> <del>T</del>\n');
  });

  it('shows a renumbering and a cross-reference with both states', () => {
    const before: Revision = { kind: 'alteration', before: { label: { value: '4.1', change: 'c1' } } };
    expect(marked([clause('4.2', [para([text('x')])], before)])).toBe('<del>4.1</del> <ins>4.2</ins> x\n');
    const altered: Revision = { kind: 'alteration', before: { text: { value: 'Clause 4.1', change: 'c1' } } };
    const reference: Inline<Revision> = { type: 'crossReference', target: 'a', text: 'Clause 4.2', revision: altered };
    expect(marked([para([text('see '), reference])])).toBe(
      'see <del>[Clause 4.1](#a)</del><ins>[Clause 4.2](#a)</ins>\n',
    );
  });

  it('says where a clause was moved from and to, with the edits on the way', () => {
    const gone = clause('4.1', [para([text('one two')])], DELETED);
    const came = clause(
      '4.3',
      [
        para([
          text('one '),
          text('two', { kind: 'deletion', change: 'c2' }),
          text('three', { kind: 'insertion', change: 'c2' }),
        ]),
      ],
      INSERTED,
    );
    expect(marked([gone, came], [MOVE])).toBe(
      '<del>4.1</del> *\\[moved to Clause 4.3\\]* <del>one two</del>\n\n' +
        '<ins>4.3</ins> *\\[moved from Clause 4.1\\]* <ins>one </ins><del>two</del><ins>three</ins>\n',
    );
  });

  it('shows splits and merges by the sign of the paragraph', () => {
    const split: Revision = { kind: 'boundary', change: 'c1', boundary: 'insertion', joins: 'text' };
    expect(marked([para([text('one')]), para([text('two')], split)])).toBe('one\n\n<ins>¶</ins> two\n');
  });

  it('marks the cells of an inserted row, and both numbers of a table', () => {
    const cell = (value: string) => ({ type: 'cell', children: [para([text(value)])] }) as const;
    const table: Block<Revision> = {
      type: 'table',
      label: '4.2',
      caption: [text('Thresholds')],
      keyedBy: [],
      columns: [{ type: 'column' }],
      rows: [
        { type: 'row', header: true, cells: [cell('A|B')] },
        { type: 'row', cells: [cell('1')], revision: INSERTED },
      ],
      revision: { kind: 'alteration', before: { label: { value: '4.1', change: 'c1' } } },
    };
    expect(marked([table])).toBe(
      '::table[<del>Table 4.1</del> <ins>Table 4.2</ins> Thresholds]\n\n| A\\|B |\n| --- |\n| <ins>1</ins> |\n',
    );
  });

  it('marks a deleted footnote, its call and its text', () => {
    const note: Inline<Revision> = {
      type: 'note',
      kind: 'footnote',
      children: [para([text('why')])],
      revision: DELETED,
    };
    expect(marked([para([text('x'), note])])).toBe('x<del>[^1]</del>\n\n[^1]: <del>why</del>\n');
  });

  it('keeps text from becoming markup inside the marks', () => {
    expect(marked([para([text('</ins> *x* [y](z) <!--', INSERTED)])])).toBe(
      '<ins>\\</ins> \\*x\\* \\[y\\](z) \\<!--</ins>\n',
    );
  });
});
