/** The XML scanner: what it tells, where, and that saxes hears the same. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { decode, XmlError } from '../../../src/word/tag.ts';
import { scanXml } from '../../../src/word/xml.ts';

/** Everything that the scanner tells, with the stretch of source that it points to. */
function heard(source: string, skip?: string): string[] {
  const events: string[] = [];
  scanXml(
    source,
    {
      open(tag) {
        events.push(`open ${tag.name} ${source.slice(tag.start, tag.end)}`);
        return tag.name === skip;
      },
      close: (name, start, end) => events.push(`close ${name} ${source.slice(start, end)}`),
      text: (start, end, raw) =>
        events.push(`text ${raw ? source.slice(start, end) : decode(source.slice(start, end))}`),
    },
    100,
  );
  return events;
}

describe('scanXml', () => {
  it('tells of tags and text with their places', () => {
    expect(heard('<?xml version="1.0"?><!-- c --><a x="1>2"><b/>t&amp;u<![CDATA[<&]]></a>\n')).toEqual([
      'open a <a x="1>2">',
      'open b <b/>',
      'close b <b/>',
      'text t&u',
      'text <&',
      'close a </a>',
    ]);
  });

  it('skips what an element holds where it is told to', () => {
    expect(heard('<a><b><c>t</c></b><d/></a>', 'b')).toEqual([
      'open a <a>',
      'open b <b>',
      'close b </b>',
      'open d <d/>',
      'close d <d/>',
      'close a </a>',
    ]);
  });

  it('knows names by their namespace, whatever the prefix', () => {
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const names: string[] = [];
    const values: (string | undefined)[] = [];
    scanXml(
      `<x:a xmlns:x="${w}"><b xmlns="${strict}" x:val="1"/><y:c xmlns:y="urn:other" y:val="2" x:val="3"/><b/></x:a>`,
      {
        open(tag) {
          names.push(tag.name);
          values.push(tag.attribute('w:val'));
        },
        close() {},
        text() {},
      },
      10,
    );
    expect(names).toEqual(['w:a', 'w:b', '?:c', 'b']);
    expect(values).toEqual([undefined, '1', '3', undefined]);
  });

  it.each([
    ['', 'no element'],
    ['text', 'no element'],
    ['text<a/>', 'outside the root'],
    ['<a>', 'ends within <a>'],
    ['<a></b>', 'does not match'],
    ['<a></ab>', 'does not match'],
    ['</a>', 'does not match'],
    ['<a/><b/>', 'more than one root'],
    ['<a/>text', 'outside the root'],
    ['<a b></a>', 'malformed'],
    ['<a b="1></a>', 'malformed'],
    ['<a b=1/>', 'malformed'],
    ['<a <b/>', 'malformed'],
    ['<a', 'malformed'],
    ['< a/>', 'no name'],
    ['<a><!-- </a>', 'ends before -->'],
    ['<a><![CDATA[ </a>', 'ends before ]]>'],
    ['<!DOCTYPE a><a/>', 'document type'],
    ['<a><!ENTITY></a>', 'malformed'],
    ['<a>'.repeat(101), 'nest more than 100'],
  ])('refuses %s', (source, reason) => {
    expect(() => heard(source)).toThrow(XmlError);
    expect(() => heard(source)).toThrow(reason);
  });

  it('hears what saxes hears', () => {
    fc.assert(
      fc.property(element(), (source) => {
        expect(heardByNames(source)).toEqual(heardBySaxes(source));
      }),
      { numRuns: 300 },
    );
  });

  it('never does more than refuse', () => {
    const noise = fc.array(
      fc.constantFrom('<', '>', '/', '"', "'", '=', 'a', ' ', '&', ';', '!', '--', '?', '[CDATA[', ']]>', 'xmlns:'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(noise, (pieces) => {
        try {
          heard(`<a>${pieces.join('')}</a>`);
        } catch (error) {
          expect(error).toBeInstanceOf(XmlError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

const name = fc.constantFrom('a', 'b', 'long-name', 'ns.x');
const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', '😀', '&amp;', '&lt;', '&#65;', '&#x42;', '>') });

/** A well-formed element as text. */
function element(): fc.Arbitrary<string> {
  const attribute = fc
    .tuple(
      name,
      text.map((t) => t.replace(/\n/g, '')),
    )
    .map(([key, value]) => ` ${key}="${value}"`);
  const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.constant('<!-- < -->'),
      text.map((t) => `<![CDATA[${t}]]>`),
      tie('tree'),
    ),
    tree: fc
      .tuple(name, fc.option(attribute), fc.array(tie('node'), { maxLength: 4 }), fc.boolean())
      .map(([tag, attributes, children, empty]) =>
        empty && children.length === 0
          ? `<${tag}${attributes ?? ''} />`
          : `<${tag}${attributes ?? ''}>${children.join('')}</${tag} >`,
      ),
  }));
  return tree;
}

function heardByNames(source: string): string[] {
  const events: string[] = [];
  let said = '';
  const tell = (event: string) => {
    if (said !== '') events.push(`text ${said}`);
    said = '';
    events.push(event);
  };
  scanXml(
    source,
    {
      open: (tag) => tell(`open ${tag.name} ${tag.attributes().map(([key, value]) => `${key}=${decode(value)}`)}`),
      close: (closed) => tell(`close ${closed}`),
      text(start, end, raw) {
        said += raw ? source.slice(start, end) : decode(source.slice(start, end));
      },
    },
    100,
  );
  return events;
}

function heardBySaxes(source: string): string[] {
  const parser = new SaxesParser();
  const events: string[] = [];
  let said = '';
  const tell = (event: string) => {
    if (said !== '') events.push(`text ${said}`);
    said = '';
    events.push(event);
  };
  const hear = (more: string) => {
    said += more;
  };
  parser.on('opentag', (tag) =>
    tell(`open ${tag.name} ${Object.entries(tag.attributes).map(([key, value]) => `${key}=${value}`)}`),
  );
  parser.on('closetag', (tag) => tell(`close ${tag.name}`));
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.write(source).close();
  return events;
}
