/** Words that depend on others, open places, and paragraph numbers. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mapAroundOpenPlaces, openPlace, openPlacesIn } from '../../src/assemble/open-place.ts';
import { UNNUMBERED, withParagraphNumbers } from '../../src/assemble/paragraphs.ts';
import { capitalised, choose, withArticle } from '../../src/assemble/wording.ts';

describe('words', () => {
  test.each([
    [0, 'it'],
    [1, 'it'],
    [2, 'either'],
    [3, 'any'],
    [40, 'any'],
  ])('for %d things', (count, form) => expect(choose(count, ['it', 'either', 'any'])).toBe(form));

  test.each([
    ['Notice', 'a Notice'],
    ['Approach Document', 'an Approach Document'],
    ['SVTAD', 'an SVTAD'],
    ['MTAD', 'an MTAD'],
    ['TAD', 'a TAD'],
    ['hour', 'an hour'],
    ['university', 'a university'],
    ['uninsured party', 'an uninsured party'],
    ['European', 'a European'],
    ['one-off', 'a one-off'],
    ['8-day period', 'an 8-day period'],
    ['"Order"', 'an "Order"'],
  ])('behind an article: %s', (text, whole) => expect(withArticle(text)).toBe(whole));

  test('at the start of a sentence', () => {
    expect(['either', 'élan', '', '9 days'].map(capitalised)).toEqual(['Either', 'Élan', '', '9 days']);
  });
});

describe('open places', () => {
  it('are found in order, and what is between them is kept', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[^[\]{}]{0,12}$/), fc.boolean())), (pieces) => {
        const text = pieces.map(([words, open]) => (open ? openPlace(words) : words)).join('');
        expect(openPlacesIn(text)).toHaveLength(pieces.filter(([, open]) => open).length);
        expect(mapAroundOpenPlaces(text, (piece) => piece)).toBe(text);
      }),
    );
  });

  it('are no other brackets', () => {
    expect(openPlacesIn('[2019] EWHC, [DD MMM], [TBCx], (TBC)')).toEqual([]);
    expect(openPlacesIn('[TBC] and [TBC: a date]').map(({ text }) => text)).toEqual(['[TBC]', '[TBC: a date]']);
  });
});

describe('paragraph numbers', () => {
  const TEXT = `One.

- a bullet

${UNNUMBERED}Not this.

Two.

::table{#t}

| A | B |
| --- | --- |

:::notice
Inside.

Still inside.
:::

# 1 A heading {#x}

Three.

[^1]: A note.`;

  it('go to paragraphs alone, and on through sections', () => {
    const counter = { last: 0 };
    const first = withParagraphNumbers(TEXT, counter);
    expect([...first.matchAll(/label="(\d+)" fixed\} (\w+)/g)].map(([, label, word]) => `${label} ${word}`)).toEqual([
      '1 One',
      '2 Two',
      '3 Three',
    ]);
    expect(first).not.toContain(UNNUMBERED);
    expect(withParagraphNumbers('Four.', counter)).toContain('label="4" fixed} Four.');
  });

  it('are none where none are asked for', () => {
    expect(withParagraphNumbers(TEXT, undefined)).toBe(TEXT.replace(UNNUMBERED, ''));
  });
});
