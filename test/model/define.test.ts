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
  ])('names it without its quotation marks: %s', (term, inlines) => {
    expect(definedTerm(inlines)?.term).toBe(term);
  });

  it('has a verb, and a term', () => {
    expect(definedTerm([bold('Agreement'), text(' ends.')])).toBeUndefined();
    expect(definedTerm([text('Agreement means this.')])).toBeUndefined();
    expect(definedTerm([bold('  '), text(' means this.')])).toBeUndefined();
  });
});
