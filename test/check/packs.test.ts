/** The parts of a pack held against one another: manifest, texts, response template, change table, versions. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkTarget } from '../../src/library/check/index.ts';
import { openLibrary } from '../../src/library/library.ts';
import { formatMessage } from '../../src/message.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PACK = 'documents/further-testing';
let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'keeling-check-pack-'));
  for (const folder of [PACK, 'documents/svtad', 'documents/mtad', 'templates']) {
    await cp(join(REPOSITORY, folder), join(root, folder), { recursive: true });
  }
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(root, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(root, file), text.replace(from, to));
}

async function told(rule: string): Promise<string[]> {
  const { findings } = await checkTarget(await openLibrary(root), { target: 'further-testing', folder: root });
  return findings.filter((finding) => finding.rule === `check/${rule}`).map(formatMessage);
}

const TEMPLATE = `---
title: Response template
classification: DCC Controlled
provision: Section
properties:
  Respond by: 17:00 on Friday 17 January 2020
---

Return it by 17:00 on Friday 17 January 2020.

# Responses

:::question
**FTC Q2** (Section 2.1, Completion of DMCT)

What do you think?
:::

:::question
**FTC Q1**

And why?
:::

:::question
**FTC Q9**

More?
:::
`;

describe('a response template that was typed', () => {
  beforeEach(() => writeFile(join(root, PACK, 'response-template.md.hbs'), TEMPLATE));

  it('is held against the questions of the consultation, both ways', async () => {
    const lines = await told('template-questions');
    const line = (pattern: RegExp) => lines.filter((each) => pattern.test(each));
    expect(line(/consultation\.md:\d+:\d+: .*error: .* lacks a question .*: found FTC Q[345] /)).toHaveLength(3);
    expect(line(/template\.md:26:1: .*error: .* does not ask: found FTC Q9 /)).toHaveLength(1);
    expect(line(/template\.md:\d+:1: .*warning: .* in other words than the consultation/)).toHaveLength(2);
    expect(line(/template\.md:20:1: .*warning: .* asks FTC Q1 behind FTC Q2/)).toHaveLength(1);
    expect(lines).toHaveLength(7);
    expect(await told('question-section')).toEqual([
      expect.stringContaining('found Section 2.1, Completion of DMCT, expected Section 2.2, Exit criteria'),
    ]);
  });

  it('is held against the dates and the classification of the manifest', async () => {
    expect(await told('title-page')).toEqual([
      expect.stringMatching(/template\.md:6:1: error: .*found 17:00 on Friday 17 January 2020, expected 16:00 on 17/),
      expect.stringMatching(/template\.md:3:1: error: .*found DCC Controlled, expected DCC Public/),
    ]);
    expect(await told('pack-dates')).toEqual([
      expect.stringMatching(/template\.md:9:14: .*error: .*found 17:00, expected 16:00/),
    ]);
  });
});

describe('a narrative', () => {
  it('is held against the dates, versions and names of the manifest', async () => {
    const text =
      'The date is 31 January 2019; MTAD v1.2 becomes MTAD v1.4. Earlier versions, such as version 1.1 of the MTAD, are not ' +
      'meant. The Data Communication Company and the DCC agree.\n\nPlease';
    await change(`${PACK}/respond.md`, 'Please', text);
    expect(await told('pack-dates')).toEqual([
      expect.stringContaining('found 31 January 2019, expected 31 January 2020'),
    ]);
    expect(await told('version-cited')).toEqual([expect.stringContaining('found 1.4, expected 1.2 or 1.3')]);
    expect(await told('party-name')).toEqual([
      expect.stringContaining('found Data Communication Company, expected Data Communications Company'),
    ]);
  });
});

describe('a row of the change table', () => {
  it('may not say the contrary of what it covers', async () => {
    const manifest = `${PACK}/pack.yaml`;
    await change(manifest, 'do not exceed either part', 'exceed either part');
    await change(manifest, 'Allows 10 Working Days', 'Allows 15 Working Days');
    await change(manifest, 'Contents of the report where DMCT was successful.', 'Deletes the contents of the report.');
    expect(await told('row-contradicts-change')).toEqual([
      expect.stringMatching(/pack\.yaml:\d+:\d+: Clause 20\.28: warning: .* the contrary of what it covers/),
      expect.stringMatching(/Clause 20\.33: warning: .* says "Deletes", but the redline has insertions alone/),
      expect.stringMatching(/Clause 20\.35: warning: .* found 15 Working Days, expected 10 Working Days/),
    ]);
  });

  it('is left alone where it is true', async () => {
    expect(await told('row-contradicts-change')).toEqual([]);
  });
});
