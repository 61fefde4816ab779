/** Texts that the examples of several rules share. */
import type { PackExample } from './rule.ts';

/** A table of values with counts below it that add up. */
export const COUNTED_TABLE = [
  '| No. | Name | A | B | C | D | Sum |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  '| 1.1 | Read | Y | N | Y | N | |',
  '| 1.2 | Write | Y | Y | N | Y | |',
  '| Count of Y | | 2 | 1 | 1 | 1 | 5 |',
  '| Count of N | | 0 | 1 | 1 | 1 | 3 |',
].join('\n');

/** The head of a change table. */
export const CHANGE_TABLE_HEAD = '| Reference | Description | Rationale |\n| --- | --- | --- |\n';

/** A text of two limbs for examples of packs. */
export const PACK_TEXT =
  '---\ntitle: T\nprovision: Clause\nversion: "1"\n---\n\n# 1 Terms {#terms}\n\n1.1 {#one} One.\n\n1.2 {#two} Two.\n';

/** That text, and a version of it with the second limb changed. */
export const CHANGED_PACK: Pick<PackExample, 'before' | 'after'> = {
  before: PACK_TEXT,
  after: PACK_TEXT.replace('Two.', 'Two, and three more.'),
};

/** A text that lists the rows of a matrix, and that matrix. */
export const MATRIX_TEXT =
  '# 1 Tests {#list}\n\nTable 1 has 2 rows. These are tested:\n\n- Update and Read: 8.1 and 8.2.\n';
export const MATRIX_CSV = [
  'Service Reference,Service Reference Variant,Name,Critical,CV 1,CV 2,User Role',
  '8.1,8.1,Update,N,Mandatory,N/A,ED',
  '8.2,8.2,Read,N,N/A,Mandatory,ED',
].join('\n');

/** A consultation of two questions, and its response template. */
export const QUESTIONS = '# 1 Views\n\n:::question\n**Q1**\n\nWhy?\n:::\n\n:::question\n**Q2**\n\nHow?\n:::\n';
