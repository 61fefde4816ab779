/** The HTML page: says what the redline says on both sides, is safe, whole and the same each time. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptAll, rejectAll } from '../../../src/model/decide.ts';
import type { Block, Doc, Document } from '../../../src/model/document.ts';
import { cleanRedline, type Redline } from '../../../src/model/redline.ts';
import { walk } from '../../../src/model/walk.ts';
import { writeHtml } from '../../../src/write/html/index.ts';
import { DARK, LIGHT, type Palette } from '../../../src/write/html/palette.ts';
import { SCRIPT } from '../../../src/write/html/script.ts';
import { arbitraryDocument } from '../../arbitrary/document.ts';
import { classesOf, type Element, find, parsePage, sideText, textOf } from './parse.ts';
import { printed } from './printed.ts';
import { arbitraryRedline } from './random.ts';
import { SPECIMEN } from './specimen.ts';

function oneClause(children: readonly Block[], meta: Partial<Document['meta']> = {}): Document {
  return { type: 'document', meta: { title: 'T', provision: 'Clause', language: 'en-GB', ...meta }, children };
}

describe('the page of a redline', () => {
  const page = parsePage(writeHtml(SPECIMEN));
  const marks = (name: string, number: number): string[] =>
    find(page, (element) => element.name === name && element.attributes['data-c'] === String(number)).map(textOf);

  it('says after and before, each whole', () => {
    expect(sideText(page, 'after')).toBe(printed(acceptAll(SPECIMEN)));
    expect(sideText(page, 'before')).toBe(printed(rejectAll(SPECIMEN)));
  });

  it('says both sides of any redline', () => {
    fc.assert(
      fc.property(arbitraryRedline, (redline) => {
        const read = parsePage(writeHtml(redline));
        expect(sideText(read, 'after')).toBe(printed(acceptAll(redline)));
        expect(sideText(read, 'before')).toBe(printed(rejectAll(redline)));
      }),
      { numRuns: 60 },
    );
  });

  it('shows a renumbered label struck before the label that it has', () => {
    const label = find(page, (element) => element.name === 'h2').map(textOf);
    expect(label).toContain('5 4Completion of testing');
    expect(marks('del', 9)).toEqual(['5', '5.2', 'Table 5.1', '5.3', 'Clause 5.2', '5.4', '5.1']);
    expect(marks('ins', 9)).toEqual(['4', '4.1', 'Table 4.1', '4.2', 'Clause 4.1', '4.4', '4.1']);
  });

  it('links the two ends of a move', () => {
    const tags = find(page, (element) => element.name === 'a' && classesOf(element).includes('tag'));
    expect(tags.map((tag) => [textOf(tag), tag.attributes.href])).toEqual([
      ['moved to Clause 4.3', '#change-7'],
      ['moved from Clause 5.1', '#change-7-from'],
    ]);
  });

  it('lists each change with a link to its mark', () => {
    const ids = new Set(find(page, (element) => element.attributes.id !== undefined).map((e) => e.attributes.id));
    const links = find(page, (element) => classesOf(element).includes('go'));
    expect(links).toHaveLength(SPECIMEN.changes.length);
    for (const link of links) expect(ids.has(link.attributes.href?.slice(1))).toBe(true);
  });

  it('counts each change in one line of the contents list', () => {
    const counts = find(page, (element) => classesOf(element).includes('n'));
    const total = counts.reduce((sum, count) => sum + Number.parseInt(textOf(count), 10), 0);
    expect(total).toBe(SPECIMEN.changes.length);
  });

  it('ties every mark to a change, and every change to a mark', () => {
    const numbers = find(page, (element) => element.attributes['data-c'] !== undefined).flatMap((element) =>
      (element.attributes['data-c'] as string).split(' '),
    );
    expect([...new Set(numbers.map(Number))].sort((a, b) => a - b)).toEqual(SPECIMEN.changes.map((_, i) => i + 1));
  });

  it('shows what changed on the way inside a moved clause', () => {
    const moved = find(page, (e) => e.attributes['data-c'] === '7' && classesOf(e).includes('ins'));
    expect(moved.map((element) => element.attributes.id)).toEqual(['p-register']);
    expect(find(moved[0] as Element, (e) => e.name === 'ins' && e.attributes['data-c'] === '13').map(textOf)).toEqual([
      'and publish it monthly, ',
    ]);
  });
});

describe('the page of a clean document', () => {
  it('has its text and none of the machinery of changes', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const html = writeHtml(cleanRedline(document));
        const page = parsePage(html);
        expect(sideText(page, 'after')).toBe(printed(document));
        expect(find(page, (e) => e.name === 'ins' || e.name === 'del' || e.name === 'aside')).toEqual([]);
        expect(html).not.toContain('<script');
      }),
      { numRuns: 60 },
    );
  });

  it('puts captions, spans and alignment where they belong', () => {
    const page = parsePage(writeHtml(SPECIMEN));
    const captions = find(page, (element) => element.name === 'figcaption').map(textOf);
    expect(captions).toEqual(['Table 5.1 4.1Testing Issues LimitsThresholds']);
    const wide = find(page, (element) => element.attributes.colspan === '2').map(textOf);
    expect(wide).toEqual(['covered one column beforeAll others, when they are asked for']);
    const right = find(page, (element) => classesOf(element).includes('to-right'));
    expect(right.map(textOf)).toEqual([
      'Threshold',
      'Aggregate',
      '0',
      '0',
      '53',
      '6',
      '10',
      '14',
      '30',
      '40',
      '100',
      '100',
    ]);
  });
});

describe('any page', () => {
  it('is well formed, with ids that are unique and links that lead somewhere', () => {
    fc.assert(
      fc.property(arbitraryRedline, (redline) => {
        const page = parsePage(writeHtml(redline));
        const ids = find(page, (element) => element.attributes.id !== undefined).map((e) => e.attributes.id as string);
        expect(new Set(ids).size).toBe(ids.length);
        for (const link of find(page, (element) => element.name === 'a')) {
          const href = link.attributes.href as string;
          expect(href).toMatch(/^(#|https?:\/\/|mailto:)/);
          if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same each time', () => {
    expect(writeHtml(SPECIMEN)).toBe(writeHtml(structuredClone(SPECIMEN)));
  });

  it('allows its own style and script by their hashes, and nothing else', () => {
    const html = writeHtml(SPECIMEN);
    const hash = (tag: string): string => {
      const content = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';
      return `sha256-${createHash('sha256').update(content).digest('base64')}`;
    };
    const policy = find(parsePage(html), (e) => e.attributes['http-equiv'] === 'Content-Security-Policy')[0];
    expect(policy?.attributes.content).toBe(
      `default-src 'none'; style-src '${hash('style')}'; img-src data:; script-src '${hash('script')}'; base-uri 'none'; form-action 'none'`,
    );
    expect(html.match(/<(script|style|link|img|iframe|object)\b/g)).toEqual(['<style', '<script']);
    expect(html).not.toMatch(/\s(?:style|on\w+)="|url\(|@import/);
  });

  it('keeps the name of a document id whose letters no anchor can have, and tells two of them apart', () => {
    const ids = ['a b', 'a-b', 'change-1', 'x" onclick="y', 'é', 'ü'];
    const document = oneClause([
      ...ids.map((id): Block => ({ type: 'para', id, children: [{ type: 'text', value: id }] })),
      { type: 'para', children: ids.map((target) => ({ type: 'crossReference', target, text: target })) },
    ]);
    const page = parsePage(writeHtml(cleanRedline(document)));
    const targets = new Map(find(page, (e) => e.name === 'p').map((e) => [`#${e.attributes.id}`, textOf(e)]));
    const links = find(page, (element) => classesOf(element).includes('xref'));
    expect(links.map((link) => targets.get(link.attributes.href as string))).toEqual(ids);
    for (const href of targets.keys()) expect(href).toMatch(/^#(?:p-[\w.~-]*|undefined)$/);
  });
});

describe('hostile text', () => {
  const nasty = [
    '</script><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"\' onmouseover="alert(1)',
    '&lt;b&gt; &amp;amp; &#0;',
    ']]> <!-- --> <![CDATA[',
    'abc\u202edef\u2066ghi\u2069',
    'bell\u0007 nul\u0000 del\u007f nel\u0085',
  ];

  it('stays text wherever it stands', () => {
    for (const value of nasty) {
      const document = oneClause(
        [
          { type: 'clause', kind: 'clause', label: value, id: value, heading: [{ type: 'text', value }], children: [] },
          {
            type: 'definition',
            term: value,
            id: value,
            children: [{ type: 'para', children: [{ type: 'text', value, marks: { href: value } }] }],
          },
          {
            type: 'para',
            children: [
              { type: 'blank', text: value },
              { type: 'opaque', kind: value, digest: value, text: value },
            ],
          },
        ],
        { title: value, short: value, version: value, language: value, properties: { [value]: value } },
      );
      const html = writeHtml(cleanRedline(document));
      expect(sideText(parsePage(html), 'after')).toBe(printed(document));
      expect(html).not.toMatch(/<script|<img|alert\(1\)>|[\u202a-\u202e\u2066-\u2069]/);
    }
  });

  it('shows a control that would turn the order of words round as its code', () => {
    const document = oneClause([{ type: 'para', children: [{ type: 'text', value: 'pay \u202e001 pounds' }] }]);
    expect(writeHtml(cleanRedline(document))).toContain('pay <span class="ctl">U+202E</span>001 pounds');
  });

  it('links to http, https and mailto alone', () => {
    const link = (href: string): string =>
      writeHtml(
        cleanRedline(oneClause([{ type: 'para', children: [{ type: 'text', value: 'here', marks: { href } }] }])),
      );
    for (const href of ['https://example.org/?a=1&b="', 'http://example.org', 'mailto:a@example.org']) {
      const found = find(parsePage(link(href)), (element) => element.attributes.rel === 'noopener noreferrer');
      expect(found.map((element) => element.attributes.href)).toEqual([href]);
    }
    for (const href of [
      'javascript:alert(1)',
      ' javascript:x',
      'java\nscript:x',
      'data:text/html,x',
      'vbscript:x',
      '//x.y',
      'https://a b',
      'https://a\u202eb',
    ]) {
      expect(find(parsePage(link(href)), (e) => e.name === 'a' && textOf(e) === 'here')).toEqual([]);
    }
  });

  it('takes changes and revisions that do not know one another', () => {
    const children: Doc<never>['children'] = [{ type: 'para', children: [{ type: 'text', value: 'x' }] }];
    const redline: Redline = {
      before: SPECIMEN.before,
      document: {
        ...oneClause(children),
        children: [
          { type: 'para', revision: { kind: 'insertion', change: 'none' }, children: [{ type: 'text', value: '<x>' }] },
        ],
      },
      changes: [
        {
          id: 'c1',
          kind: 'move',
          weight: 'substantive',
          cause: 'c1',
          summary: '<b>',
          after: { cite: '</li>', id: 'gone', within: [], text: '' },
        },
      ],
    };
    const page = parsePage(writeHtml(redline));
    expect(sideText(page, 'after')).toBe('<x>');
    expect(find(page, (element) => classesOf(element).includes('go')).map((element) => element.name)).toEqual(['span']);
  });
});

describe('size', () => {
  const big = (count: number): Redline => {
    const children = Array.from({ length: count }, (_, i): Doc<never>['children'][number] => ({
      type: 'clause',
      kind: 'clause',
      label: `1.${i + 1}`,
      id: `c${i}`,
      children: [
        {
          type: 'para',
          children: [
            { type: 'text', value: 'Words.' },
            { type: 'crossReference', target: `c${count - i}`, text: 'Clause' },
          ],
        },
      ],
    }));
    return cleanRedline(oneClause(children));
  };

  it('writes ten thousand clauses in a moment', () => {
    const started = performance.now();
    const html = writeHtml(big(10_000));
    expect(html.length).toBeLessThan(10_000 * 400);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('colours', () => {
  const luminance = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const PAIRS: readonly (readonly [keyof Palette, readonly (keyof Palette)[]])[] = [
    ['ink', ['paper', 'ground', 'ins-ground', 'del-ground', 'move-ground', 'format-ground', 'blank-ground']],
    ['soft', ['paper', 'ground']],
    ['accent', ['paper', 'ground']],
    ['ins', ['paper', 'ground', 'ins-ground', 'move-ground', 'format-ground', 'blank-ground']],
    ['del', ['paper', 'ground', 'del-ground', 'move-ground', 'format-ground', 'blank-ground']],
    ['move', ['paper', 'ground', 'move-ground']],
    ['format', ['paper', 'ground', 'format-ground']],
  ];

  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('keep WCAG AA contrast: %s', (_, palette) => {
    for (const [text, grounds] of PAIRS) {
      for (const ground of grounds)
        expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('the script', () => {
  it('compiles, and nothing in it ends its element', () => {
    expect(() => new Function(SCRIPT)).not.toThrow();
    expect(SCRIPT).not.toMatch(/<\/|<!--/);
  });

  it('finds every field that it reads', () => {
    const html = writeHtml(SPECIMEN);
    const ids = [...SCRIPT.matchAll(/byId\('([\w-]+)'\)/g)].map((match) => match[1] as string);
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) expect(html).toContain(`id="${id}"`);
  });
});

it('walks each node of the specimen', () => {
  const types = new Set<string>();
  walk(SPECIMEN.document, (node) => types.add(node.type));
  expect([...types].sort()).toEqual([
    'blank',
    'break',
    'cell',
    'clause',
    'column',
    'crossReference',
    'definition',
    'document',
    'item',
    'note',
    'opaque',
    'para',
    'row',
    'table',
    'text',
  ]);
});
