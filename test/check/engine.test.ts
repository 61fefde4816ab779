/** What the engine makes of settings, comments, baselines and fixes, and how findings are told. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standings } from '../../src/check/baseline.ts';
import { dayOf, loadCalendar } from '../../src/check/calendar.ts';
import { applyFixes, check, type Finding, RULE_IDS, readSettings, type Settings } from '../../src/check/index.ts';
import { sarif } from '../../src/check/sarif.ts';
import { collect } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';
import { readPlain } from '../../src/read/plain/index.ts';
import { arbitraryDocument } from '../arbitrary/document.ts';

const read = (source: string): Document => readMarkdown(source, { file: 'a.md' }, () => undefined);

async function findings(source: string, settings: Partial<Settings> = {}): Promise<Finding[]> {
  return check(read(source), { source, settings });
}

const rules = (found: readonly Finding[]): string[] => found.map((finding) => finding.rule.replace('check/', ''));

describe('a finding', () => {
  it('has line, column and offsets of the words it is about', async () => {
    const source = '# 1 Terms\n\nIt ends on **Friday** 31 January 2020.\n\nIt begins on Friday 31 January 2019.\n';
    const found = (await findings(source)).filter(({ rule }) => rule === 'check/weekday');
    expect(found).toHaveLength(1);
    const { place, cite, actual, expected } = found[0] as Finding;
    expect({ line: place?.line, column: place?.column, cite }).toEqual({ line: 5, column: 14, cite: 'Clause 1' });
    expect(source.slice(place?.start, place?.end)).toBe(actual);
    expect(expected).toBe('Thursday 31 January 2019');
  });

  it('is told once a place, in the order of the document', async () => {
    const found = await findings('The the first.\n\nThe  second and the the third.\n');
    const starts = found.map(({ place }) => place?.start ?? 0);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });
});

describe('words that stand twice', () => {
  const twice = async (text: string) => rules(await findings(text)).filter((rule) => rule === 'repeated-words').length;

  it('are told where the first only begins a sentence', async () => {
    expect(await twice('The the party shall pay. It it is told.\n')).toBe(2);
  });

  it('are no fault where one may be a name', async () => {
    expect(await twice('In May may a party pay. It stays in Bora Bora. Of IT it is said.\n')).toBe(0);
  });
});

describe('settings', () => {
  const faulty = 'It impacts the the Parties.\n';

  it('switch rules off and set how much they weigh', async () => {
    expect(rules(await findings(faulty))).toContain('repeated-words');
    expect(rules(await findings(faulty, { rules: { 'repeated-words': 'off' } }))).not.toContain('repeated-words');
    const lighter = await findings(faulty, { rules: { 'repeated-words': 'note' } });
    expect(lighter.find(({ rule }) => rule === 'check/repeated-words')?.severity).toBe('note');
  });

  it('may stand in the front matter', async () => {
    const head = '---\ntitle: T\nprovision: Clause\nproperties:\n  check: "repeated-words: off"\n---\n\n';
    expect(rules(await findings(head + faulty))).not.toContain('repeated-words');
  });

  it('name known acronyms', async () => {
    const source = 'The TAGX meets. The TAGX decides.\n';
    expect(rules(await findings(source))).toContain('undefined-acronym');
    expect(rules(await findings(source, { acronyms: ['TAGX'] }))).not.toContain('undefined-acronym');
  });

  it('that are wrong are told with their place', () => {
    const value = { rules: { nonsense: 'off', weekday: 'loud' }, terms: 'x', other: 1 };
    const place = (path: readonly string[]) => ({ file: 'keeling.config.yaml', line: path.length });
    const { messages } = collect((report) => readSettings(value, RULE_IDS, place, report));
    expect(messages.map(({ reason }) => reason)).toHaveLength(4);
    expect(messages.every(({ severity, place: at }) => severity === 'error' && at?.line !== undefined)).toBe(true);
  });

  it('name the nation whose holidays count', async () => {
    const source = 'Respond by: 2 January 2020\n';
    expect(rules(await findings(source))).not.toContain('deadline-day');
    expect(rules(await findings(source, { holidays: 'GB-SCT' }))).toContain('deadline-day');
    expect(rules(await findings(source, { holidays: 'XX-1' }))).toContain('settings');
  });
});

describe('a comment', () => {
  const comment = '<!-- keeling-ignore repeated-words: quoted from a letter -->\n\n';

  it('switches a rule off for the block behind it alone', async () => {
    expect(rules(await findings(`${comment}It is the the first.\n`))).not.toContain('repeated-words');
    const found = await findings(`${comment}It is the the first.\n\nIt is the the second.\n`);
    expect(rules(found).filter((rule) => rule === 'repeated-words')).toHaveLength(1);
  });

  it('has to name a rule, say why, and be of use', async () => {
    expect(rules(await findings('<!-- keeling-ignore repeated-words -->\n\nIt is the the first.\n'))).toContain(
      'ignore',
    );
    expect(rules(await findings('<!-- keeling-ignore nonsense: why -->\n\nIt is first.\n'))).toContain('ignore');
    expect(rules(await findings(`${comment}It is first.\n`))).toContain('ignore');
  });
});

describe('a baseline', () => {
  it('tells what is new from what was there and what is gone', async () => {
    const before = await findings('It is the the first.\n\nIt ends on Friday 31 January 2019.\n');
    const after = await findings('New.\n\nIt is the the first.\n\nIt ends on 31 June 2019.\n');
    const { introduced, alreadyThere, fixed } = standings(before, after);
    expect(rules(introduced)).toEqual(['impossible-date']);
    expect(rules(alreadyThere)).toEqual(['repeated-words']);
    expect(rules(fixed)).toEqual(['weekday']);
  });

  it('of itself has nothing new', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async (document) => {
        const found = await check(document);
        const { introduced, fixed } = standings(found, await check(document));
        expect([introduced, fixed]).toEqual([[], []]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a fix', () => {
  it('takes out doubled words and spaces, and leaves the rest to the letter', async () => {
    const source = '# 1 Terms\n\nIt is **sent  to** the the Parties.\n\n| a | b |\n| --- | --- |\n| x  y | z |\n';
    const { text, made } = applyFixes(source, await findings(source));
    expect(text).toBe('# 1 Terms\n\nIt is **sent to** the Parties.\n\n| a | b |\n| --- | --- |\n| x y | z |\n');
    expect(made).toBe(3);
    expect((await findings(text)).filter(({ fix }) => fix !== undefined)).toEqual([]);
  });

  it('that overlaps another waits for the next time', () => {
    const fix = (start: number, end: number): Finding => ({
      severity: 'note',
      rule: 'check/spaces',
      reason: 'x',
      fix: { start, end, text: '-' },
    });
    expect(applyFixes('abcdef', [fix(2, 4), fix(1, 3)])).toMatchObject({ text: 'a-def', made: 1 });
  });
});

describe('SARIF', () => {
  it('has a rule for each finding, and its place', async () => {
    const found = await findings('It is the the first.\n');
    const log = JSON.parse(sarif(found, '1.2.3', () => 'new'));
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toContain(run.results[0].ruleId);
    expect(run.results[0]).toMatchObject({ level: 'error', baselineState: 'new' });
    expect(run.results[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'a.md' },
      region: { startLine: 1, charOffset: 6, charLength: 7 },
    });
  });
});

describe('the calendar', () => {
  it('knows the bank holidays of England and Wales, and those that were moved once', async () => {
    const calendar = await loadCalendar('GB-ENG');
    const isClosed = (date: string): boolean => calendar?.isWorkingDay(dayOf(date)) === false;
    const closed = ['2011-04-29', '2012-06-04', '2012-06-05', '2020-05-08', '2022-06-02', '2022-09-19', '2023-05-08'];
    expect(closed.filter((date) => !isClosed(date))).toEqual([]);
    expect(['2012-05-28', '2020-05-04', '2022-05-30', '2023-05-02'].filter(isClosed)).toEqual([]);
  });
});

describe('any document', () => {
  it('is checked without a fault of our own', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, async (document) => {
        for (const finding of await check(document)) expect(finding.reason).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });

  it('in another language is not held to English', async () => {
    const source = 'Die Behörde hat die Unterlagen zu prüfen und die die Frist zu wahren. '.repeat(10);
    const found = rules(await findings(source));
    expect(found).toContain('language');
    expect(found).not.toContain('spelling');
  });

  it('of any text at all can be read as plain text and checked', async () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '',
        '- item;',
        '1. Heading',
        'a) limb, and',
        '<sup>1</sup> note',
        'a\tb\tc',
        '**',
        '[x](y',
        '---',
      ),
      fc.constantFrom(
        'Clause 1.1 to Clause 1.0',
        '8.4 8.4 Update N N N N',
        'Count of N 1 2 3',
        'Q1',
        'Date: 31 June 2020',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const source = lines.join('\n');
        const document = readPlain(source, { file: 'a.txt' }, () => undefined);
        for (const { place } of await check(document, { source })) {
          if (place?.start !== undefined) expect(place.end ?? 0).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 100 },
    );
  });
});
