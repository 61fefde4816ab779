/** Attachments that are cited by a range: `Annexes 2 to 3` cites both. */
import { expect, test } from 'vitest';
import { check } from '../../src/check/index.ts';
import { readMarkdown } from '../../src/read/markdown/index.ts';

test.each([
  ['Attachment', 'Attachments 1 to 3', []],
  ['Annex', 'Annexes 1 to 3', []],
  ['Appendix', 'Appendices 1, 2 and 3', []],
  ['Appendix', 'Appendices 1 to 2', ['Appendix 3']],
  ['Annex', 'Attachments 1 to 3', ['Annex 1', 'Annex 2', 'Annex 3']],
])('%s in a list, and "%s" in the text', async (word, cited, missing) => {
  const list = [1, 2, 3].map((number) => `- ${word} ${number}: Form ${number}`).join('\n');
  const document = readMarkdown(`---\ntitle: T\n---\n\nSee ${cited}.\n\n${list}\n`, { mode: 'lenient' }, () => {});
  const findings = (await check(document)).filter(({ rule }) => rule === 'check/uncited-attachment');
  expect(findings.map(({ actual }) => actual?.split(':')[0])).toEqual(missing);
});
