/** Which paragraphs define a term, and which one. */
import { describe, expect, it } from 'vitest';
import { definedTerm } from '../../src/model/define.ts';
import type { Inline } from '../../src/model/document.ts';

const bold = (value: string): Inline => ({ type: 'text', value, marks: { bold: true } });
const text = (value: string): Inline => ({ type: 'text', value });

describe('a paragraph that defines a term', () => {
  it.each([
    ['Agreement', [bold('Agreement'), text(' means this document.')]],
    ['Agreement', [bold('“Agreement”'), text(' means this document.')]],
    ['Agreement', [text('“'), bold('Agreement'), text('” means this document.')]],
    ["Party's Agent", [bold("'Party's Agent'"), text(' has the meaning given in Clause 2.')]],
    ['SOW', [text('“SOW” means a statement of work.')]],
    ['SOW', [text('"SOW" shall mean a statement of work.')]],
    ['Working Day', [text('‘Working Day’ includes a Saturday.')]],
    ['witness', [text('“witness”, in relation to any proceedings, includes a party.')]],
    ['Fee', [text('“Fee” or “Charge” means the sum in Schedule 1.')]],
    ['You', [text('"'), bold('You'), text('" (or "'), bold('Your'), text('") shall mean the owner.')]],
    ['Application', [bold('“Application”'), text(' or '), bold('“Lab”'), text(' means the programme.')]],
    ['Act', [text('“Act”: the Water Act 1989.')]],
    ['Act', [text('“Act” – the Water Act 1989.')]],
    ['Group', [text('“Group” has the same meaning as in the Act.')]],
    ['child', [text('In this Order, “child” means a person under 18.')]],
    ['Board', [text('For the purposes of Rule 4, “'), bold('Board'), text('” means the Harbour Board.')]],
  ])('names it without its quotation marks: %s', (term, inlines) => {
    expect(definedTerm(inlines)?.term).toBe(term);
  });

  it('has a verb, and a term', () => {
    expect(definedTerm([bold('Agreement'), text(' ends.')])).toBeUndefined();
    expect(definedTerm([text('Agreement means this.')])).toBeUndefined();
    expect(definedTerm([bold('  '), text(' means this.')])).toBeUndefined();
    expect(definedTerm([text('“Stop” is what the sign says.')])).toBeUndefined();
    expect(definedTerm([text('The word “Stop” means stop.')])).toBeUndefined();
    expect(definedTerm([text('“A”, “B” and “C” are letters.')])).toBeUndefined();
    expect(definedTerm([bold('Note:'), text(' this means nothing.')])).toBeUndefined();
    expect(definedTerm([text('In “Smith v Jones” the judge means it.')])).toBeUndefined();
  });
});
