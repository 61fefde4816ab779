/** The light signs that extractors leave in a plain text, as inlines: bold, italic, links, calls of footnotes, blanks. */
import type { Place } from '../../message.ts';
import type { Inline, Marks, Note } from '../../model/document.ts';

/** Gives the footnote of a number, where the text has it. */
export type FindNote = (number: string) => Note | undefined;

const SIGNS =
  /\[((?:[^\][\\]|\\.){0,500})\]\(([^()\s]{0,2000})\)|<(https?:[^<>\s]{1,2000})>|<sup>(\d{1,3})<\/sup>|<\/?[bi]>|\*{1,3}|\\([[\]()*_\\])|(\[(?:[A-Z]{1,4}(?:[ /.-][A-Z]{1,4}){0,6}|[●•_….\s]{1,80}|(?:[Ii]nsert|[Dd]ate|[Tt]o be confirmed|TBC|tbc)\b[^\][]{0,200})\](?!\())/g;

/** The inlines of a piece of text; all have the place of the piece. */
export function inlinesOf(text: string, place: Place, findNote: FindNote): Inline[] {
  const inlines: Inline[] = [];
  const marks: { bold?: true; italic?: true } = {};
  const paired = (text.match(/\*{1,3}/g)?.length ?? 0) % 2 === 0;
  let from = 0;
  const add = (value: string, more: Marks = {}): void => {
    if (value === '') return;
    const set = { ...marks, ...more };
    inlines.push({ type: 'text', value, ...(Object.keys(set).length === 0 ? {} : { marks: set }), place });
  };
  for (const match of text.matchAll(SIGNS)) {
    const [sign, label, address, bare, call, escaped, blank] = match;
    if (sign.startsWith('*') && !paired) continue;
    add(text.slice(from, match.index));
    from = match.index + sign.length;
    const note = call === undefined ? undefined : findNote(call);
    if (label !== undefined)
      add(label.replace(/\\(.)/g, '$1'), address === '' || address === '#' ? {} : { href: address as string });
    else if (bare !== undefined) add(bare, { href: bare });
    else if (note !== undefined) inlines.push(note);
    else if (call !== undefined) add(call, { superscript: true });
    else if (escaped !== undefined) add(escaped);
    else if (blank !== undefined) inlines.push({ type: 'blank', text: blank, place });
    else toggle(marks, sign);
  }
  add(text.slice(from));
  return inlines;
}

function toggle(marks: { bold?: true; italic?: true }, sign: string): void {
  const names: ('bold' | 'italic')[] = /b/.test(sign) ? ['bold'] : /i/.test(sign) ? ['italic'] : [];
  if (sign.startsWith('**')) names.push('bold');
  if (sign === '*' || sign === '***') names.push('italic');
  for (const name of names) {
    if (marks[name] === true) delete marks[name];
    else marks[name] = true;
  }
}
