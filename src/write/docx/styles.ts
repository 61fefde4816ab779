/** The house style: typefaces, colours, and every paragraph and character style of the file. Sizes in half-points, distances in twips. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  type TabStopDefinition,
  TabStopType,
} from 'docx';
import { baseStyles } from './base-styles.ts';
import { type PageFrame, textWidth } from './frame.ts';
import { type LevelStyle, levelStyles } from './level-styles.ts';
import { COLOURS, MONOSPACE } from './look-and-feel.ts';
import { DEFAULT_TABLE_TYPE } from './widths.ts';

export type StyleId =
  | 'Title'
  | 'Subtitle'
  | 'Logo'
  | 'BodyText'
  | LevelStyle
  | 'Caption'
  | 'Figure'
  | 'FigureCaption'
  | 'TableText'
  | 'TableHead'
  | 'TableTextDense'
  | 'TableHeadDense'
  | 'FootnoteText'
  | 'EndnoteText'
  | 'Quote'
  | 'Question'
  | 'Answer'
  | 'Notice'
  | 'Code'
  | 'Header'
  | 'Footer'
  | 'TOCHeading'
  | 'TOC1'
  | 'TOC2'
  | 'ContentsEnd'
  | 'Spacer';

/** All styles; `language` is a BCP 47 tag. */
export function stylesFor(language: string, frame: PageFrame, compact: boolean): IStylesOptions {
  return {
    importedStyles: [...baseStyles(language), ...levelStyles()],
    paragraphStyles: [
      ...titles(),
      ...running(),
      ...panels(),
      ...tables(),
      ...contents(textWidth(frame), compact),
      ...furniture(textWidth(frame)),
    ],
    characterStyles: [{ id: 'Blank', name: 'Blank', run: { shading: { fill: 'FFF2B3' }, color: COLOURS.ink } }],
  };
}

function titles(): IParagraphStyleOptions[] {
  return [
    {
      id: 'Title',
      name: 'Title',
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      run: { bold: true, size: 48, color: COLOURS.heading },
      paragraph: {
        spacing: { before: 120, after: 320, line: 252, lineRule: LineRuleType.AUTO },
        border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: COLOURS.heading, space: 10 } },
        keepNext: true,
      },
    },
    {
      id: 'Logo',
      name: 'Logo',
      basedOn: 'Normal',
      next: 'Title',
      paragraph: { spacing: { before: 0, after: 240 }, keepNext: true },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Title',
      quickFormat: true,
      run: { size: 22, color: COLOURS.muted, characterSpacing: 14 },
      paragraph: { spacing: { before: 600, after: 60 }, keepNext: true },
    },
  ];
}

function running(): IParagraphStyleOptions[] {
  const text = (
    id: string,
    name: string,
    paragraph: IParagraphStyleOptions['paragraph'] = {},
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: id === 'BodyText' ? 'Normal' : 'BodyText',
    quickFormat: true,
    paragraph: { spacing: { before: 120, after: 120 }, ...paragraph },
  });
  return [
    text('BodyText', 'Body Text'),
    {
      id: 'Spacer',
      name: 'Spacer',
      basedOn: 'Normal',
      run: { size: 2 },
      paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } },
    },
  ];
}

function panels(): IParagraphStyleOptions[] {
  const inset = { left: 170, right: 170 };
  const box = (color: string, size: number, space: number) => ({ style: BorderStyle.SINGLE, size, color, space });
  const around = (color: string, size: number, space: number) => ({
    top: box(color, size, space),
    bottom: box(color, size, space),
    left: box(color, size, Math.min(space, 8)),
    right: box(color, size, Math.min(space, 8)),
  });
  const panel = (
    id: string,
    name: string,
    rest: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'BodyText',
    quickFormat: true,
    ...rest,
  });
  const bar = (color: string) => ({ left: box(color, 24, 8) });
  const question = { ...around(COLOURS.tint, 4, 6), ...bar(COLOURS.heading) };
  return [
    panel('Question', 'Question', {
      paragraph: {
        spacing: { before: 280, after: 160 },
        indent: inset,
        border: question,
        shading: { fill: COLOURS.tint },
        keepNext: true,
        keepLines: true,
      },
    }),
    panel('Answer', 'Answer', {
      paragraph: { spacing: { before: 240, after: 320 }, indent: inset, border: around(COLOURS.rule, 6, 24) },
    }),
    panel('Notice', 'Notice', {
      paragraph: {
        spacing: { before: 120, after: 120 },
        indent: inset,
        border: around(COLOURS.noticeRule, 4, 6),
        shading: { fill: COLOURS.notice },
        keepLines: true,
      },
    }),
    panel('Quote', 'Quote', {
      run: { color: COLOURS.muted },
      paragraph: { spacing: { before: 120, after: 120 }, indent: { left: 567, right: 567 }, border: bar(COLOURS.rule) },
    }),
    panel('Code', 'Code', {
      run: { font: MONOSPACE, size: 18 },
      paragraph: {
        spacing: { before: 120, after: 120, line: 240, lineRule: LineRuleType.AUTO },
        indent: inset,
        border: around(COLOURS.rule, 4, 4),
        shading: { fill: COLOURS.tint },
        alignment: AlignmentType.LEFT,
      },
    }),
  ];
}

function tables(): IParagraphStyleOptions[] {
  return [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      run: { bold: true, size: 19, color: COLOURS.heading },
      paragraph: { spacing: { before: 240, after: 100 }, keepNext: true, keepLines: true },
    },
    {
      id: 'Figure',
      name: 'Figure',
      basedOn: 'Normal',
      next: 'FigureCaption',
      quickFormat: true,
      paragraph: { spacing: { before: 240, after: 120 }, alignment: AlignmentType.CENTER },
    },
    {
      id: 'FigureCaption',
      name: 'Figure Caption',
      basedOn: 'Caption',
      next: 'BodyText',
      quickFormat: true,
      paragraph: { spacing: { before: 0, after: 280 }, alignment: AlignmentType.CENTER, keepNext: false },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 19 },
      paragraph: { spacing: { before: 50, after: 50, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TableHead',
      name: 'Table Head',
      basedOn: 'TableText',
      quickFormat: true,
      run: { bold: true, color: COLOURS.heading },
      paragraph: { keepNext: true },
    },
    {
      id: 'TableTextDense',
      name: 'Table Text Dense',
      basedOn: 'TableText',
      run: { size: DEFAULT_TABLE_TYPE.dense.size },
      paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'TableHeadDense',
      name: 'Table Head Dense',
      basedOn: 'TableHead',
      run: { size: DEFAULT_TABLE_TYPE.dense.size },
      paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ];
}

/** The distances of close set lines of the contents list. */
export const COMPACT = { before: 30, after: 0, line: 240 } as const;

function contents(width: number, compact: boolean): IParagraphStyleOptions[] {
  const entry = (level: 1 | 2, left: number, hanging: number, bold: boolean): IParagraphStyleOptions => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'BodyText',
    run: { ...(bold ? { bold: true, color: COLOURS.heading } : {}), ...(compact ? { size: 20 } : {}) },
    paragraph: {
      spacing: compact
        ? { ...COMPACT, ...(level === 2 ? { before: 0 } : {}), lineRule: LineRuleType.AUTO }
        : level === 1
          ? { before: 100, after: 30 }
          : { before: 20, after: 20 },
      indent: { left, hanging },
      ...tabs({ type: TabStopType.LEFT, position: left }, { type: TabStopType.RIGHT, position: width, leader: 'dot' }),
    },
  });
  return [
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      basedOn: 'Normal',
      next: 'BodyText',
      quickFormat: true,
      run: { bold: true, size: 26, color: COLOURS.heading },
      paragraph: { spacing: { before: 480, after: 120 }, keepNext: true },
    },
    entry(1, 680, 680, true),
    entry(2, 1474, 794, false),
    { id: 'ContentsEnd', name: 'Contents End', basedOn: 'Normal', paragraph: { spacing: { before: 0, after: 0 } } },
  ];
}

/** The lines above and below the text of every page: something on the left, something on the right. */
function furniture(width: number): IParagraphStyleOptions[] {
  return ['Header', 'Footer'].map((id) => ({
    id,
    name: id.toLowerCase(),
    basedOn: 'Normal',
    run: { size: 16, color: COLOURS.muted },
    paragraph: {
      spacing: { before: 0, after: 0 },
      ...tabs({ type: TabStopType.RIGHT, position: width }),
      border: {
        [id === 'Header' ? 'bottom' : 'top']: { style: BorderStyle.SINGLE, size: 4, color: COLOURS.rule, space: 6 },
      },
    },
  }));
}

/** Tab stops in a style, which the library writes though its type does not name them. */
function tabs(...tabStops: TabStopDefinition[]): { readonly tabStops: readonly TabStopDefinition[] } {
  return { tabStops };
}
