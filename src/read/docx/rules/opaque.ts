/** What the pass over a part takes from drawings, embedded objects and equations. */

import type { Tag } from '../../../word/tag.ts';
import {
  addPiece,
  type BodyState,
  closeContainer,
  type OpenOpaque,
  openContainer,
  placeAt,
  type Rule,
  type Rules,
  withMark,
} from '../body-state.ts';
import { MARK_KINDS } from '../properties.ts';
import type { WordBlock } from '../word.ts';
import { textual } from './runs.ts';

/** An element that the model keeps as a whole. What stands in text boxes within it is read. */
function opaque(kind: string, inside: Rules): Rule {
  return {
    open(state, tag) {
      state.opaques.push({
        kind,
        start: tag.start,
        tracked: state.tracked,
        text: '',
        related: [],
        inner: [],
        changes: [],
        boxes: 0,
        pictures: 0,
      });
      state.enter(inside);
    },
    close(state, _, end) {
      const open = state.opaques.pop();
      if (open !== undefined) addOpaque(state, open, end);
    },
  };
}

/** A frame that holds nothing but text is told by its text. */
function addOpaque(state: BodyState, open: OpenOpaque, end: number): void {
  if (open.boxes > 0 && open.pictures === 0) return;
  addPiece(state, {
    kind: 'opaque',
    opaque: open.kind,
    text: open.text.trim(),
    related: open.related,
    inner: open.inner,
    tracked: open.tracked,
    start: open.start,
    end,
  });
}

function top(state: BodyState): OpenOpaque | undefined {
  return state.opaques[state.opaques.length - 1];
}

/** Takes alternative text; what two elements say twice is taken once. */
function alternative(...names: readonly string[]): Rule {
  return {
    open(state, tag) {
      const open = top(state);
      for (const name of names) {
        const text = tag.attribute(name)?.trim();
        if (open !== undefined && text !== undefined && text !== '' && !open.text.includes(text))
          open.text += ` ${text}`;
      }
    },
  };
}

/** Takes the relationships to pictures, charts and the like. */
function related(...names: readonly string[]): Rule {
  return {
    open(state, tag) {
      const open = top(state);
      if (open === undefined) return;
      open.pictures += 1;
      for (const name of names) {
        const id = tag.attribute(name);
        if (id !== undefined) open.related.push(id);
      }
    },
  };
}

function both(first: Rule, second: Rule): Rule {
  return {
    open(state, tag) {
      first.open?.(state, tag);
      second.open?.(state, tag);
    },
  };
}

/** The text box: its paragraphs follow the one that it is anchored in. */
function textBox(inside: () => Rules): Rule {
  return {
    open(state) {
      const open = top(state);
      if (open !== undefined) open.boxes += 1;
      openContainer(state, []);
      state.enter(inside());
    },
    close(state, start, end) {
      const blocks: WordBlock[] = state.containers[state.containers.length - 1]?.blocks ?? [];
      closeContainer(state);
      const reason = 'a text box is read as paragraphs behind the one that it is anchored in';
      state.opened.tally.note('read/docx-text-box', reason, placeAt(state, start));
      addPiece(state, { kind: 'box', blocks, tracked: top(state)?.tracked ?? state.tracked, start, end });
    },
  };
}

/** The rules within drawings; `body` gives the rules of blocks, which stand in text boxes. */
export function drawingRules(body: () => Rules, choices: readonly (readonly [string, Rule])[]): Rules {
  return {
    other: 'pass',
    table: new Map<string, Rule>([
      ...choices,
      ['w:txbxContent', textBox(body)],
      ['wp:docPr', alternative('title', 'descr')],
      ['pic:cNvPr', alternative('descr')],
      ['a:blip', related('r:embed', 'r:link')],
      ['c:chart', related('r:id')],
      ['cx:chart', related('r:id')],
      ['dgm:relIds', related('r:dm')],
      ['v:shape', alternative('alt', 'title')],
      ['v:rect', alternative('alt', 'title')],
      ['v:imagedata', both(related('r:id', 'r:href'), alternative('o:title', 'title'))],
      ['v:textpath', alternative('string')],
      ['o:OLEObject', both(related('r:id'), alternative('ProgID'))],
      ['a:t', textual((state, value) => void appendText(state, value))],
    ]),
  };
}

function appendText(state: BodyState, value: string): void {
  const open = top(state);
  if (open !== undefined && value.trim() !== '') open.text += ` ${value}`;
}

/** Within an equation tracked changes are kept apart, so that each side can be told. */
const trackedMath: Rule = {
  open(state, tag) {
    const mark = state.marks.make(tag, MARK_KINDS.get(tag.name) ?? 'insertion');
    const open = top(state);
    open?.changes.push({
      start: tag.start,
      contentStart: tag.end,
      textStart: open.text.length,
      tracked: withMark(undefined, mark),
    });
  },
  close(state, start, end) {
    const open = top(state);
    const change = open?.changes.pop();
    if (open === undefined || change === undefined) return;
    open.inner.push({ ...change, end, contentEnd: Math.max(start, change.contentStart), textEnd: open.text.length });
  },
};

const MATH: Rules = {
  other: 'pass',
  table: new Map<string, Rule>([
    [
      'm:t',
      textual((state, value) => {
        const open = top(state);
        if (open !== undefined) open.text += value;
      }),
    ],
    [
      'w:t',
      textual((state, value) => {
        const open = top(state);
        if (open !== undefined) open.text += value;
      }),
    ],
    ['w:ins', trackedMath],
    ['w:del', trackedMath],
    ['w:moveFrom', trackedMath],
    ['w:moveTo', trackedMath],
  ]),
};

/** Something whose text the reader can't reach. */
function unread(what: string): Rule {
  return {
    open(state: BodyState, tag: Tag) {
      state.opened.tally.warn('read/docx-not-read', `${what} is left out`, placeAt(state, tag.start));
      return true;
    },
  };
}

export function opaqueRules(drawing: Rules): readonly (readonly [string, Rule])[] {
  return [
    ['w:drawing', opaque('drawing', drawing)],
    ['w:pict', opaque('drawing', drawing)],
    ['w:object', opaque('object', drawing)],
    ['m:oMath', opaque('equation', MATH)],
    ['m:oMathPara', opaque('equation', MATH)],
    ['w:altChunk', unread('an embedded file of another format (altChunk)')],
    ['w:subDoc', unread('a subdocument')],
    ['w:contentPart', unread('an ink drawing or other content part')],
  ];
}
