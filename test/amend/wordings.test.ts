/** Wordings as they are really drafted, each alone and beside other instructions: applied correctly or refused, never dropped or made law. */
import { describe, expect, it } from 'vitest';
import { applyAmendment, parseAmendment, splitText } from '../../src/amend/index.ts';
import { collect, hasErrors, type Message } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { writeMarkdown } from '../../src/write/markdown/index.ts';
import { SAMPLE, type Wording } from './wordings/case.ts';
import { CODES } from './wordings/codes.ts';
import { EU, US } from './wordings/eu-us.ts';
import { UK } from './wordings/uk.ts';

const HEAD = '---\ntitle: Legal text\nprovision: Section\n---\n\n';
const read = (text: string): Document => collect((report) => readMarkdown(text, { mode: 'auto' }, report)).value;

const BASELINE = read(SAMPLE);

/** The text of the version that a legal text gives, without anchors; `undefined` where it is refused. */
function applied(text: string): { readonly text?: string; readonly reasons: readonly string[] } {
  const messages: Message[] = [];
  const { before, after } = splitText(HEAD + text);
  const amendment = parseAmendment(read(before), read(after), (message) => messages.push(message));
  if (hasErrors(messages)) return { reasons: messages.map(({ reason }) => reason) };
  const result = applyAmendment(amendment, BASELINE);
  if ('refusals' in result) return { reasons: result.refusals.map(({ reason }) => reason) };
  if (hasErrors(result.effects)) return { reasons: result.effects.map(({ reason }) => reason) };
  return { text: bare(writeMarkdown(cleanRedline(result.document))), reasons: [] };
}

const bare = (text: string): string => text.replace(/ ?\{#[^}]*\}/g, '').replace(/\[([^\]]*)\]\(#[^)]*\)/g, '$1');

function expected(...changes: readonly (readonly [string, string])[]): string {
  const result = changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  }, SAMPLE);
  return bare(writeMarkdown(cleanRedline(read(result))));
}

type Placed = readonly [text: string, also: readonly (readonly [string, string])[]];

const AMENDMENT = '# Amend Section 3.2 as follows:\n\n3.2 Charges fall due after <del>ten</del><ins>five</ins> days.\n';
const DELETION =
  '# Delete the definition of “Supplier”:\n\n<del>**Supplier** means a person who supplies energy.</del>\n';
const INSERTION = '# After Section 1.2 insert:\n\n<ins>1.3 Headings have no effect.</ins>\n';
const RENUMBERING = '# Renumber Section 3.2 as 3.3\n';
const HEADING = '# Amend the heading of Section 3 as follows:\n\n# 3 <del>Charges</del><ins>Fees</ins>\n';
const five = ['after ten days', 'after five days'] as const;
const headings = ['# 2 Meters', '1.3 Headings have no effect.\n\n# 2 Meters'] as const;

/** Everything typed with tracked changes on: what is not marked yet is marked as inserted. */
function asInserted(text: string): string {
  return text.replace(/^(\s*(?:- |#+ )?)(\S.*)$/gm, (line, sign: string, words: string) =>
    /<(?:ins|del)>/.test(words) || /^(?:\||::)/.test(words) ? line : `${sign}<ins>${words}</ins>`,
  );
}

const PLACES: Readonly<Record<string, (own: string) => Placed>> = {
  alone: (own) => [own, []],
  'before an amendment': (own) => [`${own}\n${AMENDMENT}`, [five]],
  'behind an amendment': (own) => [`${AMENDMENT}\n${own}`, [five]],
  'behind a deletion': (own) => [
    `${DELETION}\n${own}`,
    [['**Supplier** {#supplier} means a person who supplies energy.\n\n', '']],
  ],
  'behind an insertion, all of it marked as inserted': (own) => [`${INSERTION}\n${asInserted(own)}`, [headings]],
  'behind a renumbering': (own) => [`${RENUMBERING}\n${own}`, [['3.2 {#due}', '3.3 {#due}']]],
  'behind a heading': (own) => [`${HEADING}\n${own}`, [['# 3 Charges', '# 3 Fees']]],
  'between two': (own) => [`${AMENDMENT}\n${own}\n${INSERTION}`, [five, headings]],
};

const FAMILIES = { codes: CODES, UK, EU, US } as const;

describe.each(Object.entries(FAMILIES))('wordings of %s', (_, wordings: readonly Wording[]) => {
  it.each(wordings)('$wording', ({ wording, content = '', becomes }) => {
    const result = applied(`${wording}\n\n${content}\n`);
    if (becomes === 'refused') expect(result.text).toBeUndefined();
    else {
      expect(result.reasons).toEqual([]);
      expect(result.text).toBe(expected(...becomes));
    }
  });

  it.each(Object.entries(PLACES))('are applied or refused %s', (name, place) => {
    const wrong: string[] = [];
    let right = 0;
    for (const { wording, content = '', becomes } of wordings) {
      for (const sign of name === 'alone' ? ['# '] : ['']) {
        const [text, also] = place(`${sign}${wording}\n\n${content}\n`);
        // What is refused for want of marks is marked here.
        if (becomes === 'refused' && content !== '' && text.includes('<ins>1.3')) continue;
        const result = applied(text);
        if (result.text === undefined) continue;
        const wanted = becomes === 'refused' || overlaps(also, becomes) ? undefined : expected(...also, ...becomes);
        if (result.text === wanted) right += 1;
        else wrong.push(text);
      }
    }
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(wordings.length / 2);
  });
});

/** Whether both change the same words: such a pair is to be refused. */
function overlaps(a: readonly (readonly [string, string])[], b: readonly (readonly [string, string])[]): boolean {
  let text = SAMPLE;
  for (const [from, to] of [...a, ...b]) {
    if (!text.includes(from)) return true;
    text = text.replace(from, () => to);
  }
  return false;
}
