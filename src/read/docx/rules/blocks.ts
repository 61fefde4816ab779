/** What the pass over a part takes from blocks: paragraphs, tables, content controls, tracked changes, notes. */

import { UNKNOWN } from '../../../word/namespaces.ts';
import type { Tag } from '../../../word/tag.ts';
import {
  addBlock,
  addPiece,
  type BodyState,
  closeContainer,
  countBlock,
  inContents,
  openContainer,
  openMove,
  placeAt,
  type Rule,
  type Rules,
  withMark,
} from '../body-state.ts';
import { integer, MARK_KINDS } from '../properties.ts';
import type { Story, WordCell, WordParagraph, WordRow, WordTable } from '../word.ts';
import { drawingRules, opaqueRules } from './opaque.ts';
import { RULES_OF_CELL, RULES_OF_CONTROL, RULES_OF_PARAGRAPH, RULES_OF_ROW } from './properties.ts';
import { RUN_RULES } from './runs.ts';

function openParagraph(state: BodyState, tag: Tag): void {
  countBlock(state);
  const made: WordParagraph = {
    kind: 'paragraph',
    properties: {},
    contents: inContents(state),
    pieces: state.pending.splice(0),
    start: tag.start,
    end: tag.end,
  };
  addBlock(state, made);
  state.paragraphs.push(made);
}

function closeParagraph(state: BodyState, _: number, end: number): void {
  const paragraph = state.paragraphs.pop();
  if (paragraph !== undefined) paragraph.end = end;
}

function paragraphProperties(state: BodyState): boolean {
  const paragraph = state.paragraphs[state.paragraphs.length - 1];
  if (paragraph === undefined) return true;
  state.properties = paragraph.properties;
  state.enter(RULES_OF_PARAGRAPH);
  return false;
}

function openTable(state: BodyState, tag: Tag): void {
  const table: WordTable = { kind: 'table', grid: [], rows: [], start: tag.start, end: tag.end };
  addBlock(state, table);
  state.tables.push({ table });
}

function closeTable(state: BodyState, _: number, end: number): void {
  const open = state.tables.pop();
  if (open !== undefined) open.table.end = end;
}

function openRow(state: BodyState, tag: Tag): void {
  const open = state.tables[state.tables.length - 1];
  if (open === undefined) return;
  countBlock(state);
  const row: WordRow = { header: false, gridBefore: 0, gridAfter: 0, cells: [], start: tag.start, end: tag.end };
  open.table.rows.push(row);
  open.row = row;
}

function closeRow(state: BodyState, _: number, end: number): void {
  const open = state.tables[state.tables.length - 1];
  if (open?.row === undefined) return;
  open.row.end = end;
  open.row = undefined;
}

/** A cell that stands in no row is read as if it were not there: its blocks go where the table stands. */
function openCell(state: BodyState, tag: Tag): void {
  countBlock(state);
  const row = state.tables[state.tables.length - 1]?.row;
  const cell: WordCell = { span: { columns: 1 }, blocks: [], start: tag.start, end: tag.end };
  row?.cells.push(cell);
  openContainer(state, row === undefined ? (state.containers.at(-1)?.blocks ?? []) : cell.blocks);
}

function closeCell(state: BodyState, _: number, end: number): void {
  closeContainer(state);
  const cell = state.tables[state.tables.length - 1]?.row?.cells.at(-1);
  if (cell !== undefined) cell.end = end;
}

function bookmark(state: BodyState, tag: Tag): void {
  const name = tag.attribute('w:name');
  if (name === undefined || name === '') return;
  const piece = { kind: 'bookmark', name, tracked: state.tracked, start: tag.start, end: tag.end } as const;
  if (state.paragraphs.at(-1) === undefined) state.pending.push(piece);
  else addPiece(state, piece);
}

function openLink(state: BodyState, tag: Tag): void {
  const id = tag.attribute('r:id');
  const anchor = tag.attribute('w:anchor');
  const relationship = id === undefined ? undefined : state.relationships.get(id);
  if (id !== undefined && relationship === undefined) {
    const reason = 'a hyperlink refers to a relationship that does not exist';
    state.opened.tally.warn('read/docx-dangling-relationship', reason, placeAt(state, tag.start), id);
  }
  const href = relationship?.external === true ? relationship.target : undefined;
  addPiece(state, {
    kind: 'link',
    opens: true,
    ...(href === undefined ? {} : { href: anchor === undefined ? href : `${href}#${anchor}` }),
    ...(href !== undefined || anchor === undefined ? {} : { anchor }),
    tracked: undefined,
    start: tag.start,
    end: tag.end,
  });
}

function closeLink(state: BodyState, start: number, end: number): void {
  addPiece(state, { kind: 'link', opens: false, tracked: undefined, start, end });
}

/** Content that was inserted, deleted or moved. What one inserted another may have deleted. */
const tracked: Rule = {
  open(state, tag) {
    state.trackedStack.push(state.tracked);
    const move = tag.name.startsWith('w:move') ? openMove(state) : undefined;
    state.tracked = withMark(state.tracked, state.marks.make(tag, MARK_KINDS.get(tag.name) ?? 'insertion', move));
  },
  close(state) {
    state.tracked = state.trackedStack.pop();
  },
};

const moveStart: Rule = {
  open: (state, tag) => void state.moves.set(tag.attribute('w:id') ?? '', tag.attribute('w:name') ?? ''),
};
const moveEnd: Rule = { open: (state, tag) => void state.moves.delete(tag.attribute('w:id') ?? '') };

const control: Rule = {
  open: (state) => void state.controls.push({ placeholder: false, contents: false }),
  close: (state) => void state.controls.pop(),
};

const ALTERNATIVES: readonly (readonly [string, Rule])[] = [
  [
    'mc:AlternateContent',
    {
      open: (state) => void state.alternatives.push({ taken: false }),
      close: (state) => void state.alternatives.pop(),
    },
  ],
  ['mc:Choice', { open: (state, tag) => !take(state, understood(tag)) }],
  ['mc:Fallback', { open: (state) => !take(state, true) }],
];

/** Takes the first alternative that the reader understands, and no other (ISO/IEC 29500-3, 7.5). */
function take(state: BodyState, wanted: boolean): boolean {
  const open = state.alternatives[state.alternatives.length - 1];
  if (open === undefined) return true;
  if (open.taken || !wanted) return false;
  open.taken = true;
  return true;
}

function understood(tag: Tag): boolean {
  const required = (tag.attribute('Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
  return required.every((prefix) => (tag.prefix(prefix) ?? UNKNOWN) !== UNKNOWN);
}

function openStory(state: BodyState, tag: Tag): void {
  const author = tag.attribute('w:author');
  const date = tag.attribute('w:date');
  const story: Story = {
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    blocks: [],
    start: tag.start,
    end: tag.end,
  };
  const type = tag.attribute('w:type');
  if (type === undefined || type === 'normal') state.stories.set(tag.attribute('w:id') ?? '', story);
  openContainer(state, story.blocks);
}

/** A part's outermost element, or one that holds nothing but blocks. */
const transparent: Rule = {};

const TRANSPARENT =
  'document body hdr ftr footnotes endnotes comments sdtContent smartTag customXml dir bdo ruby rubyBase background';

/** Elements that say nothing about the text. */
const SILENT =
  'proofErr lastRenderedPageBreak permStart permEnd bookmarkEnd commentRangeStart commentRangeEnd commentReference ' +
  'annotationRef footnoteRef endnoteRef separator continuationSeparator tblPrEx sectPr sdtEndPr smartTagPr customXmlPr ' +
  'rubyPr fldData ffData moveFromRangeEnd customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart ' +
  'customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart ' +
  'customXmlMoveToRangeEnd';

const silent: Rule = { open: () => true };

const rubyText: Rule = {
  open(state, tag) {
    state.opened.tally.warn('read/docx-ruby', 'the small text above other text is left out', placeAt(state, tag.start));
    return true;
  },
};

const enter = (rules: Rules): Rule => ({ open: (state) => state.enter(rules) });

/** The title and description of a table are for those who can't see it, and not printed. */
const alternativeText: Rule = {
  open(state, tag) {
    const reason = 'the alternative text of a table is not kept';
    state.opened.tally.note('read/docx-table-text', reason, placeAt(state, tag.start), tag.attribute('w:val'));
  },
};

const TABLE_PROPERTIES: Rules = {
  other: 'skip',
  table: new Map<string, Rule>([
    ['w:tblCaption', alternativeText],
    ['w:tblDescription', alternativeText],
  ]),
};

/** A column of the grid; behind the beginning of a tracked change, of the grid as it was (17.13.5.33). */
function gridColumn(state: BodyState, tag: Tag): void {
  const table = state.tables.at(-1)?.table;
  (table?.gridBefore ?? table?.grid)?.push(integer(tag, 'w:w') ?? 0);
}

function formerGrid(state: BodyState): void {
  const table = state.tables.at(-1)?.table;
  if (table !== undefined) table.gridBefore ??= [];
}

const GRID: Rules = {
  other: 'skip',
  table: new Map<string, Rule>([
    ['w:gridCol', { open: gridColumn }],
    ['w:tblGridChange', { open: formerGrid }],
    ['w:tblGrid', {}],
  ]),
};

const named = (names: string, rule: Rule): [string, Rule][] => names.split(' ').map((name) => [`w:${name}`, rule]);

const DRAWING: Rules = drawingRules(() => BODY, ALTERNATIVES);

/** The rules of parts with text. */
export const BODY: Rules = {
  other: 'tell',
  table: new Map<string, Rule>([
    ...named(TRANSPARENT, transparent),
    ...named(SILENT, silent),
    ['w:p', { open: openParagraph, close: closeParagraph }],
    ['w:pPr', { open: paragraphProperties }],
    ['w:tbl', { open: openTable, close: closeTable }],
    ['w:tblPr', enter(TABLE_PROPERTIES)],
    ['w:tblGrid', enter(GRID)],
    ['w:tr', { open: openRow, close: closeRow }],
    ['w:trPr', enter(RULES_OF_ROW)],
    ['w:tc', { open: openCell, close: closeCell }],
    ['w:tcPr', enter(RULES_OF_CELL)],
    ['w:sdt', control],
    ['w:sdtPr', enter(RULES_OF_CONTROL)],
    ['w:hyperlink', { open: openLink, close: closeLink }],
    ['w:bookmarkStart', { open: bookmark }],
    ...[...MARK_KINDS.keys()].map((name): [string, Rule] => [name, tracked]),
    ['w:moveFromRangeStart', moveStart],
    ['w:moveToRangeStart', moveStart],
    ['w:moveFromRangeEnd', moveEnd],
    ['w:moveToRangeEnd', moveEnd],
    ['w:rt', rubyText],
    ...['w:footnote', 'w:endnote', 'w:comment'].map((name): [string, Rule] => [
      name,
      { open: openStory, close: (state) => closeContainer(state) },
    ]),
    ...ALTERNATIVES,
    ...RUN_RULES,
    ...opaqueRules(DRAWING),
  ]),
};
