/** Runs: text with its formatting, tabs, breaks and fields, as inserted or deleted text where they are. */
import type { Break, Marks } from '../../model/document.ts';
import { MONOSPACE } from './look-and-feel.ts';
import type { Ledger } from './revisions.ts';
import { BEFORE, type Sides } from './sides.ts';
import { type Child, Element, valued } from './xml.ts';

export interface Formatting {
  readonly marks?: Marks | undefined;
  /** The formatting before, where it differs: a tracked change of formatting (17.13.5.31). */
  readonly marksBefore?: Marks | undefined;
  /** The id of a character style. */
  readonly style?: string | undefined;
}

/** A run of text; a tab is written as one. */
export function textRun(text: string, sides: Sides, formatting: Formatting, ledger: Ledger): Element {
  const name = sides === BEFORE ? 'w:delText' : 'w:t';
  const parts = text.split(/(\t|\n)/).filter((part) => part !== '');
  const content = parts.map((part) => {
    if (part === '\t') return new Element('w:tab');
    if (part === '\n') return new Element('w:br');
    return new Element(name, { 'xml:space': 'preserve' }, [part]);
  });
  return run(content, formatting, ledger);
}

export function run(content: readonly Child[], formatting: Formatting, ledger: Ledger): Element {
  return new Element('w:r', {}, [runProperties(formatting, ledger), ...content]);
}

/** A line, page or column break. */
export function breakRun(kind: Break['kind'], ledger: Ledger): Element {
  return run([new Element('w:br', kind === 'line' ? {} : { 'w:type': kind })], {}, ledger);
}

/**
 * A complex field with its result (17.16.18). Fields are never `fldSimple`: within inserted or deleted text that would
 * have to stand in a run, which no schema allows.
 */
export function fieldRuns(
  instruction: string,
  result: string,
  sides: Sides,
  formatting: Formatting,
  ledger: Ledger,
): Element[] {
  return [
    ...fieldOpening(instruction, sides, ledger),
    ...(result === '' ? [] : [textRun(result, sides, formatting, ledger)]),
    fieldCharacter('end', ledger),
  ];
}

/** The beginning of a field up to its result. */
export function fieldOpening(instruction: string, sides: Sides, ledger: Ledger): Element[] {
  const name = sides === BEFORE ? 'w:delInstrText' : 'w:instrText';
  return [
    fieldCharacter('begin', ledger),
    run([new Element(name, { 'xml:space': 'preserve' }, [` ${instruction} `])], {}, ledger),
    fieldCharacter('separate', ledger),
  ];
}

export function fieldCharacter(kind: 'begin' | 'separate' | 'end', ledger: Ledger): Element {
  return run([new Element('w:fldChar', { 'w:fldCharType': kind })], {}, ledger);
}

function runProperties(formatting: Formatting, ledger: Ledger): Element {
  const { marks, marksBefore, style } = formatting;
  const change =
    marksBefore === undefined
      ? []
      : [
          new Element('w:rPrChange', ledger.attributes(), [
            new Element('w:rPr', {}, propertiesOf(marksBefore, undefined)),
          ]),
        ];
  return new Element('w:rPr', {}, [...propertiesOf(marks ?? {}, style), ...change]);
}

/** Run properties in the order of CT_RPr (17.3.2.28). */
function propertiesOf(marks: Marks, style: string | undefined): Element[] {
  const named = style ?? (marks.href === undefined ? undefined : 'Hyperlink');
  const raised = marks.superscript ? 'superscript' : marks.subscript ? 'subscript' : undefined;
  return [
    ...(named === undefined ? [] : [valued('w:rStyle', named)]),
    ...(marks.code ? [new Element('w:rFonts', { 'w:ascii': MONOSPACE, 'w:hAnsi': MONOSPACE, 'w:cs': MONOSPACE })] : []),
    ...(marks.bold ? [new Element('w:b'), new Element('w:bCs')] : []),
    ...(marks.italic ? [new Element('w:i'), new Element('w:iCs')] : []),
    ...(marks.smallCaps ? [new Element('w:smallCaps')] : []),
    ...(marks.strike ? [new Element('w:strike')] : []),
    ...(marks.underline ? [valued('w:u', 'single')] : []),
    ...(raised === undefined ? [] : [valued('w:vertAlign', raised)]),
  ];
}
