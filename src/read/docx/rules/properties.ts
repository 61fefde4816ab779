/** What the pass over a part takes from the properties of runs, paragraphs, rows, cells and content controls. */

import type { Tag } from '../../../word/tag.ts';
import { type BodyState, openMove, placeAt, type Rule, type Rules, withMark } from '../body-state.ts';
import {
  integer,
  isOn,
  MARK_KINDS,
  PARAGRAPH_PROPERTIES,
  RUN_PROPERTIES,
  SILENT_RUN_PROPERTIES,
} from '../properties.ts';
import type { CellSpan, RowLayout, Tracked, WordCell, WordParagraph, WordRow } from '../word.ts';

export const RULES_OF_RUN: Rules = { other: 'count', table: runRules() };
export const RULES_OF_PARAGRAPH: Rules = { other: 'skip', table: paragraphRules() };
export const RULES_OF_ROW: Rules = { other: 'skip', table: rowRules() };
export const RULES_OF_CELL: Rules = { other: 'skip', table: cellRules() };
export const RULES_OF_CONTROL: Rules = { other: 'skip', table: controlRules() };

/** Properties as they were before a change of them stand in an element of the same name within the change. */
function runRules(): Map<string, Rule> {
  const table = new Map<string, Rule>();
  for (const [name, set] of RUN_PROPERTIES) table.set(name, { open: (state, tag) => set(state.format, tag) });
  table.set('w:rPrChange', {
    open(state, tag) {
      state.formatStack.push(state.format);
      state.format = {};
      const run = state.runs[state.runs.length - 1];
      if (run !== undefined) run.before = { value: state.format, mark: state.marks.make(tag, 'formatting') };
    },
    close(state) {
      state.format = state.formatStack.pop() ?? {};
    },
  });
  table.set('w:rPr', {});
  return table;
}

/** Counts formatting that the model has no place for, to tell of it once. */
export function countUnkept(state: BodyState, name: string): void {
  if (!SILENT_RUN_PROPERTIES.has(name)) state.unkept.set(name, (state.unkept.get(name) ?? 0) + 1);
}

function paragraphRules(): Map<string, Rule> {
  const table = new Map<string, Rule>();
  for (const [name, set] of PARAGRAPH_PROPERTIES) table.set(name, { open: (state, tag) => set(state.properties, tag) });
  table.set('w:numPr', {});
  table.set('w:pPr', {});
  table.set('w:pPrChange', {
    open(state, tag) {
      state.propertiesStack.push(state.properties);
      state.properties = {};
      const paragraph = openParagraph(state);
      const mark = state.marks.make(tag, 'formatting');
      if (paragraph !== undefined) paragraph.propertiesBefore = { value: state.properties, mark };
    },
    close(state) {
      state.properties = state.propertiesStack.pop() ?? {};
    },
  });
  table.set('w:ins', { open: insertedNumber });
  table.set('w:numberingChange', { open: changedNumber });
  table.set('w:rPr', { open: (state) => state.enter({ other: 'skip', table: PARAGRAPH_MARK }) });
  table.set('w:sectPr', { open: sectionBreak });
  return table;
}

/** The numbering was put on the paragraph: before, it had none (17.13.5.19). */
function insertedNumber(state: BodyState, tag: Tag): void {
  const paragraph = openParagraph(state);
  if (paragraph === undefined || paragraph.propertiesBefore !== undefined) return;
  const { numId: _, level: __, ...rest } = state.properties;
  paragraph.propertiesBefore = { value: { ...rest, numId: '0' }, mark: state.marks.make(tag, 'formatting') };
}

/** The old way to say that a number changed tells the text that it had (17.13.5.26 of the transitional schema). */
function changedNumber(state: BodyState, tag: Tag): void {
  const original = tag.attribute('w:original') ?? '';
  const reason = 'a tracked change of a number is read as it stands';
  state.opened.tally.note('read/docx-numbering-change', reason, placeAt(state, tag.start), original);
}

function sectionBreak(state: BodyState, tag: Tag): boolean {
  const reason = 'page layout (size, margins, columns, headers and footers) is not part of the document';
  state.opened.tally.note('read/docx-section', reason, placeAt(state, tag.start));
  const paragraph = openParagraph(state);
  if (paragraph !== undefined) paragraph.endsSection = true;
  return true;
}

function openParagraph(state: BodyState): WordParagraph | undefined {
  return state.paragraphs[state.paragraphs.length - 1];
}

const PARAGRAPH_MARK: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...[...MARK_KINDS.keys()].map((name): [string, Rule] => [name, { open: markParagraph }]),
]);

function markParagraph(state: BodyState, tag: Tag): void {
  const paragraph = openParagraph(state);
  if (paragraph !== undefined) paragraph.mark = marked(state, tag, paragraph.mark);
}

function marked(state: BodyState, tag: Tag, tracked: Tracked | undefined): Tracked {
  const move = tag.name.startsWith('w:move') ? openMove(state) : undefined;
  return withMark(tracked, state.marks.make(tag, MARK_KINDS.get(tag.name) ?? 'insertion', move));
}

function rowRules(): Map<string, Rule> {
  const row = (state: BodyState) => state.tables[state.tables.length - 1]?.row;
  const track = (state: BodyState, tag: Tag) => {
    const open = row(state);
    if (open !== undefined) open.tracked = marked(state, tag, open.tracked);
  };
  const layout = (set: (tag: Tag) => Partial<RowLayout>): Rule => ({
    open(state, tag) {
      const open = row(state);
      Object.assign(open?.layoutBefore?.value ?? open ?? {}, set(tag));
    },
  });
  return new Map<string, Rule>([
    ['w:tblHeader', layout((tag) => ({ header: isOn(tag) }))],
    ['w:gridBefore', layout((tag) => ({ gridBefore: gridColumns(tag, 0) }))],
    ['w:gridAfter', layout((tag) => ({ gridAfter: gridColumns(tag, 0) }))],
    ['w:ins', { open: track }],
    ['w:del', { open: track }],
    ['w:trPrChange', { open: (state, tag) => openRowChange(state, row(state), tag) }],
    ['w:trPr', {}],
  ]);
}

/** Within the change, which comes last, the elements tell of the row as it was (17.13.5.37). */
function openRowChange(state: BodyState, row: WordRow | undefined, tag: Tag): void {
  if (row === undefined) return;
  const value = { header: false, gridBefore: 0, gridAfter: 0 };
  row.layoutBefore = { value, mark: state.marks.make(tag, 'formatting') };
}

/** Word has at most 63 columns; a hostile count must not make a table of millions. */
function gridColumns(tag: Tag, least: number): number {
  return Math.min(1000, Math.max(least, integer(tag) ?? least));
}

function cellRules(): Map<string, Rule> {
  const cell = (state: BodyState): WordCell | undefined => state.tables[state.tables.length - 1]?.row?.cells.at(-1);
  const span = (set: (span: CellSpan, tag: Tag) => void): Rule => ({
    open(state, tag) {
      const open = state.spanBefore ?? cell(state)?.span;
      if (open !== undefined) set(open, tag);
    },
  });
  const track: Rule = {
    open(state, tag) {
      const open = cell(state);
      if (open !== undefined) open.tracked = marked(state, tag, open.tracked);
    },
  };
  const merge = (tag: Tag) => (tag.attribute('w:val') === 'restart' ? 'restart' : 'continue');
  return new Map<string, Rule>([
    ['w:gridSpan', span((open, tag) => Object.assign(open, { columns: gridColumns(tag, 1) }))],
    ['w:vMerge', span((open, tag) => Object.assign(open, { vertical: merge(tag) }))],
    ['w:hMerge', span((open, tag) => Object.assign(open, { horizontal: merge(tag) }))],
    ['w:cellIns', track],
    ['w:cellDel', track],
    ['w:cellMerge', { open: trackedMerge }],
    ['w:tcPrChange', { open: openCellChange, close: closeCellChange }],
    ['w:tcPr', {}],
  ]);
}

/** A vertical merge that was tracked: how the cell is merged now, and was before (17.13.5.1). */
function trackedMerge(state: BodyState, tag: Tag): void {
  const cell = state.tables[state.tables.length - 1]?.row?.cells.at(-1);
  if (cell === undefined || state.spanBefore !== undefined) return;
  const read = (name: string) => {
    const value = tag.attribute(name);
    return value === undefined ? {} : { vertical: value === 'rest' ? ('restart' as const) : ('continue' as const) };
  };
  const { vertical: _, ...plain } = cell.span;
  cell.spanBefore = { value: { ...plain, ...read('w:vMergeOrig') }, mark: state.marks.make(tag, 'formatting') };
  Object.assign(cell.span, read('w:vMerge'));
}

/** Within the change the elements tell of the spans as they were; a tracked merge has told how the cell was merged. */
function openCellChange(state: BodyState, tag: Tag): void {
  const cell = state.tables[state.tables.length - 1]?.row?.cells.at(-1);
  const vertical = cell?.spanBefore?.value.vertical;
  const before: CellSpan = { columns: 1, ...(vertical === undefined ? {} : { vertical }) };
  state.spanBefore = before;
  if (cell === undefined) return;
  cell.spanBefore = { value: before, mark: cell.spanBefore?.mark ?? state.marks.make(tag, 'formatting') };
}

function closeCellChange(state: BodyState): void {
  state.spanBefore = undefined;
}

function controlRules(): Map<string, Rule> {
  const top = (state: BodyState) => state.controls[state.controls.length - 1];
  return new Map<string, Rule>([
    ['w:showingPlcHdr', { open: (state, tag) => void Object.assign(top(state) ?? {}, { placeholder: isOn(tag) }) }],
    ['w:docPartObj', {}],
    [
      'w:docPartGallery',
      {
        open(state, tag) {
          if (/table of (?:contents|figures)/i.test(tag.attribute('w:val') ?? '')) {
            Object.assign(top(state) ?? {}, { contents: true });
          }
        },
      },
    ],
  ]);
}
