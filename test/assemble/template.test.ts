import { describe, expect, it } from 'vitest';
import { TemplateFault } from '../../src/assemble/fault.ts';
import { markup } from '../../src/assemble/markup.ts';
import { fillTemplate, type Helpers } from '../../src/assemble/template.ts';
import { UnusableInput } from '../../src/message.ts';

const HELPERS: Helpers = {
  shout: ([text]) => String(text).toUpperCase(),
  bold: ([text]) => markup(`**${String(text)}**`),
  refuse: () => {
    throw new TemplateFault('no such thing');
  },
};

function fill(text: string, data: Record<string, unknown> = {}, partials: Record<string, string> = {}): string {
  const sources = Object.entries(partials).map(
    ([name, body]) => [name, { file: `${name}.md.hbs`, text: body }] as const,
  );
  return fillTemplate({ file: 'a.md.hbs', text }, data, HELPERS, 'markdown', new Map(sources));
}

function fault(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof UnusableInput) return error.messages[0];
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a template', () => {
  it('escapes what comes from data and lets Markdown of our own stand', () => {
    expect(fill('{{a}} {{b}} {{bold "x"}}', { a: '*not* <b>', b: markup('*so*') })).toBe(
      '\\*not\\* \\<b\\> *so* **x**',
    );
  });

  it('passes arguments, lists and partials', () => {
    const text = '{{#each list}}{{#unless @first}}, {{/unless}}{{> one}}{{/each}}';
    expect(fill(text, { list: [{ n: 1 }, { n: 2 }] }, { one: '<{{shout (shout n)}}>' })).toBe('<1>, <2>');
  });

  it.each([
    ['a value', 'line\n  {{missing}}', 2, 5, '"missing" is missing'],
    ['a value within a value', '{{a.missing}}', 1, 3, '"a.missing" is missing'],
    ['a value of a value that is missing', '{{a.missing.deep}}', 1, 3, '"a.missing.deep" is missing'],
    ['an argument', '\n\n{{shout missing}}', 3, 9, '"missing" is missing'],
    ['a condition', '{{#if missing}}x{{/if}}', 1, 7, '"missing" is missing'],
    ['a list', '{{#each missing}}x{{/each}}', 1, 9, '"missing" is missing'],
    ['a value that is null', '{{nothing}}', 1, 1, 'nothing is missing, where a text is wanted'],
    ['a group', '{{a}}', 1, 1, 'a is a group of values, where a text is wanted'],
    ['a helper', '{{nosuch 1}}', 1, 1, 'there is no helper called "nosuch"'],
    ['a block', '{{#with a}}x{{/with}}', 1, 1, 'there is no block called "with", only if, unless and each'],
    ['a partial', ' {{> nosuch}}', 1, 2, 'there is no template called "nosuch" to insert'],
    ['raw text', '{{{a}}}', 1, 1, 'text is always escaped here: use {{ }}, and {{md }} for Markdown'],
    ['a decorator', '{{#*inline "x"}}y{{/inline}}', 1, 1, 'inline partials and decorators are not available here'],
    ['a fault of a helper', 'a {{refuse}}', 1, 3, 'no such thing'],
    ['a fault of a nested helper', '{{shout (refuse)}}', 1, 9, 'no such thing'],
    ['lookup', '{{lookup a "b"}}', 1, 1, 'there is no helper called "lookup"'],
    ['a constructor', '{{a.constructor}}', 1, 3, '"a.constructor" is missing'],
    ['a method of a list', '{{list.map}}', 1, 3, '"list.map" is missing'],
  ])('tells file, line, column and name of %s that cannot be had', (_, text, line, column, reason) => {
    const message = fault(() => fill(text, { a: { b: 'c' }, nothing: null, list: [] }));
    expect(message).toMatchObject({ reason, place: { file: 'a.md.hbs', line, column } });
  });

  it('tells the partial in which a value is missing', () => {
    const message = fault(() => fill('{{> one}}', { a: 1 }, { one: '\n{{b}}' }));
    expect(message).toMatchObject({ reason: '"b" is missing', place: { file: 'one.md.hbs', line: 2, column: 3 } });
  });

  it.each([
    ['{{#if a}}', 1],
    ['\n{{a', 2],
    ['{{#if a}}\n{{/each}}', 1],
    ['{{a b=}}', 1],
  ])('does not parse: %j', (text, line) => {
    expect(fault(() => fill(text, { a: 1 }))).toMatchObject({ place: { file: 'a.md.hbs', line } });
  });

  it('stops at templates that insert one another without end', () => {
    const message = fault(() => fill('{{> one}}', {}, { one: '{{> two}}', two: '{{> one}}' }));
    expect(message?.reason).toBe('the templates insert one another without end');
  });

  it('counts lines from where the text stands in its file', () => {
    const source = { file: 'pack.yaml', text: '\n{{x}}', line: 10 };
    expect(fault(() => fillTemplate(source, {}, HELPERS, 'plain'))?.place).toMatchObject({ line: 11, column: 3 });
  });

  it('in the plain voice gives text, and takes no Markdown', () => {
    const plain = (text: string) => fillTemplate({ file: 'x', text }, { a: '*a*' }, HELPERS, 'plain');
    expect(plain('{{a}} {{shout a}}')).toBe('*a* *A*');
    expect(fault(() => plain('{{bold a}}'))?.reason).toContain('only text can stand here');
  });
});
