/** The form and order of names, and the names near to a mistyped one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareVersions,
  didYouMean,
  isDocumentName,
  isVersionName,
  nearNames,
  parseReference,
} from '../../src/library/names.ts';

const sorted = (...versions: string[]) => [...versions].sort(compareVersions);

describe('versions are ordered by number', () => {
  test('and not by text', () => {
    expect(sorted('1.10', '1.9', '10.0', '2', '1.9.1')).toEqual(['1.9', '1.9.1', '1.10', '2', '10.0']);
    expect(sorted('2020-01-02', '2019-12-31', '2019-02-03')).toEqual(['2019-02-03', '2019-12-31', '2020-01-02']);
  });

  test('a draft comes before the version, an inserted one behind it', () => {
    expect(sorted('2.0A', '2.0', '2.0-draft10', '2.0-draft2', '2.0.1', '1.9')).toEqual([
      '1.9',
      '2.0-draft2',
      '2.0-draft10',
      '2.0',
      '2.0A',
      '2.0.1',
    ]);
  });

  test('and what begins with no number comes last', () => {
    expect(sorted('draft', '2.0', 'alpha', '1.0')).toEqual(['1.0', '2.0', 'alpha', 'draft']);
  });

  test('and the order is total', () => {
    const version = fc.stringMatching(/^[0-9a-c][0-9a-c.-]{0,6}$/);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        expect(compareVersions(a, b) === 0).toBe(a === b);
        if (compareVersions(a, b) < 0 && compareVersions(b, c) < 0) expect(compareVersions(a, c)).toBeLessThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('names', () => {
  test('are no paths', () => {
    for (const name of ['..', '.', '', 'a/b', 'a\\b', '../a', 'a..b', '/etc', 'C:', '-x', 'a\u0000b']) {
      expect([name, isDocumentName(name), isVersionName(name)]).toEqual([name, false, false]);
    }
    for (const name of ['svtad', 'mhhs-tad', 'SEC_App.J']) expect(isDocumentName(name)).toBe(true);
  });

  test('of versions are any safe ones, but for those of files that explain a folder', () => {
    expect(['README', 'readme', 'CHANGELOG', 'License'].some(isVersionName)).toBe(false);
    expect(['1.5', '2.0-draft', '2019-05-01', 'draft', '2.0-mp12', 'v1'].every(isVersionName)).toBe(true);
  });

  test('of a version name its document too', () => {
    expect(parseReference('svtad@1.5')).toEqual({ document: 'svtad', version: '1.5' });
    expect(parseReference('svtad@draft')).toEqual({ document: 'svtad', version: 'draft' });
    for (const reference of ['svtad', '@1.5', 'svtad@', 'a/b@1', 'svtad@../1', 'svtad@README', 'a@1@2']) {
      expect(parseReference(reference)).toBeUndefined();
    }
  });
});

describe('near names', () => {
  test('are the nearest three', () => {
    expect(nearNames('svtda', ['mtad', 'svtad', 'mhhs-tad'])).toEqual(['svtad']);
    expect(nearNames('svtad@1.6', ['svtad@1.4', 'svtad@1.5', 'svtad@1.16', 'svtad@1.7'])).toHaveLength(3);
    expect(nearNames('SVT', ['svtad', 'mtad'])).toEqual(['svtad']);
    expect(nearNames('quite-another-name', ['svtad', 'mtad'])).toEqual([]);
  });

  test('are asked about', () => {
    expect(didYouMean('svtda', ['svtad'])).toBe('did you mean svtad?');
    expect(didYouMean('zzzzzz', ['svtad'])).toBeUndefined();
  });
});
