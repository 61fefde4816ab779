/** The lists of a document as its numbering part defines them (ISO/IEC 29500-1, 17.9). */
import { type Package, scanPart } from '../../word/package.ts';
import type { Tag } from '../../word/tag.ts';
import { integer, isOn, level as readLevel } from './properties.ts';

/** One level of a list. */
export interface Level {
  start: number;
  /** Such as `decimal`, `lowerRoman`, `bullet`, `none`. */
  format: string;
  /** With `%1` to `%9` for the numbers of the levels; the symbol of a bullet. */
  text: string;
  /** Whether all numbers are shown in Arabic digits. */
  legal: boolean;
  /** The level, from 1, whose number starts this one again; 0 for never; every higher one where absent. */
  restart?: number;
  /** The paragraph style whose paragraphs stand at this level. */
  style?: string;
}

/** A list that counts: `w:num`, its definition and what it overrides. */
export interface List {
  /** Lists of one definition count on from one another. */
  readonly definition: string;
  readonly levels: readonly (Level | undefined)[];
  /** Levels that start again where this list is first used, and at which number. */
  readonly starts: ReadonlyMap<number, number>;
}

interface Definition {
  readonly levels: (Level | undefined)[];
  styleLink?: string;
  numStyleLink?: string;
}

interface Instance {
  definition?: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** Reads the numbering part: lists by their `w:numId`. `listOfStyle` gives the list that a numbering style names. */
export function readNumbering(
  opened: Package,
  part: string | undefined,
  listOfStyle: (style: string) => string | undefined,
): ReadonlyMap<string, List> {
  const definitions = new Map<string, Definition>();
  const instances = new Map<string, Instance>();
  if (part !== undefined) scanPart(opened, part, () => numberingHandler(definitions, instances));
  const resolve = resolver(definitions, instances, listOfStyle);
  return new Map(
    [...instances].flatMap(([id, instance]) => {
      const definition = resolve(instance.definition);
      return definition === undefined ? [] : [[id, listOf(instance, definition, definitions.get(definition))] as const];
    }),
  );
}

function listOf(instance: Instance, id: string, definition: Definition | undefined): List {
  const levels = [...(definition?.levels ?? [])];
  for (const [level, replaced] of instance.levels) levels[level] = replaced;
  return { definition: id, levels, starts: instance.starts };
}

interface Reading {
  definition?: Definition | undefined;
  instance?: Instance | undefined;
  overridden?: number | undefined;
  level?: Level | undefined;
}

function numberingHandler(definitions: Map<string, Definition>, instances: Map<string, Instance>) {
  const reading: Reading = {};
  return {
    open(tag: Tag): boolean {
      if (tag.name === 'w:abstractNum') {
        reading.definition = { levels: [] };
        const id = tag.attribute('w:abstractNumId') ?? '';
        if (!definitions.has(id)) definitions.set(id, reading.definition);
      } else if (tag.name === 'w:num') {
        reading.instance = { starts: new Map(), levels: new Map() };
        const id = tag.attribute('w:numId') ?? '';
        if (!instances.has(id)) instances.set(id, reading.instance);
      } else OPEN[tag.name]?.(reading, tag);
      return tag.name === 'w:pPr' || tag.name === 'w:rPr' || tag.name === 'w:numPicBullet';
    },
    close(name: string) {
      if (name === 'w:abstractNum') reading.definition = undefined;
      else if (name === 'w:num') reading.instance = undefined;
      else if (name === 'w:lvlOverride') reading.overridden = undefined;
      else if (name === 'w:lvl') reading.level = undefined;
    },
    text() {},
  };
}

type Take = (reading: Reading, tag: Tag) => void;

const OPEN: Readonly<Record<string, Take>> = {
  'w:styleLink': ({ definition }, tag) => setLink(definition, 'styleLink', tag),
  'w:numStyleLink': ({ definition }, tag) => setLink(definition, 'numStyleLink', tag),
  'w:abstractNumId': ({ instance }, tag) => {
    if (instance !== undefined) instance.definition = tag.attribute('w:val') ?? '';
  },
  'w:lvlOverride': (reading, tag) => {
    reading.overridden = readLevel(tag, 'w:ilvl');
  },
  'w:startOverride': ({ instance, overridden }, tag) => {
    if (overridden !== undefined) instance?.starts.set(overridden, integer(tag) ?? 0);
  },
  'w:lvl': openLevel,
  'w:start': ({ level }, tag) => {
    if (level !== undefined) level.start = integer(tag) ?? 0;
  },
  'w:numFmt': ({ level }, tag) => {
    if (level !== undefined) level.format = tag.attribute('w:val') ?? 'decimal';
  },
  'w:lvlText': ({ level }, tag) => {
    if (level !== undefined) level.text = tag.attribute('w:val') ?? '';
  },
  'w:lvlRestart': ({ level }, tag) => {
    const restart = integer(tag);
    if (level !== undefined && restart !== undefined) level.restart = restart;
  },
  'w:isLgl': ({ level }, tag) => {
    if (level !== undefined) level.legal = isOn(tag);
  },
  'w:pStyle': ({ level }, tag) => {
    const style = tag.attribute('w:val');
    if (level !== undefined && style !== undefined) level.style = style;
  },
};

function setLink(definition: Definition | undefined, name: 'styleLink' | 'numStyleLink', tag: Tag): void {
  const style = tag.attribute('w:val');
  if (definition !== undefined && style !== undefined) definition[name] = style;
}

/** A level without a start starts at 0, one without a format is decimal (17.9.25, 17.9.17). */
function openLevel(reading: Reading, tag: Tag): void {
  const at = readLevel(tag, 'w:ilvl') ?? 0;
  const level: Level = { start: 0, format: 'decimal', text: '', legal: false };
  reading.level = level;
  if (reading.definition !== undefined) reading.definition.levels[at] = level;
  else reading.instance?.levels.set(reading.overridden ?? at, level);
}

/** Follows a definition that only names a numbering style to the one that the style stands for (17.9.21). */
function resolver(
  definitions: ReadonlyMap<string, Definition>,
  instances: ReadonlyMap<string, Instance>,
  listOfStyle: (style: string) => string | undefined,
): (id: string | undefined) => string | undefined {
  const linked = new Map<string, string>();
  for (const [id, { styleLink }] of definitions) if (styleLink !== undefined) linked.set(styleLink, id);
  return (id) => {
    const seen = new Set<string>();
    let at = id;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const link = definitions.get(at)?.numStyleLink;
      if (link === undefined) return definitions.has(at) ? at : undefined;
      at = linked.get(link) ?? instances.get(listOfStyle(link) ?? '')?.definition;
    }
    return undefined;
  };
}
