/** The rules, by group, in the order in which they are listed. A new one is a file in the folder of its group and a line in its index. */
import type { MatrixRule, PackRule, Rule } from './rule.ts';
import { DATES_RULES } from './rules/dates/index.ts';
import { NAMES_RULES } from './rules/names/index.ts';
import { MATRIX_RULES, PACK_RULES, PACKS_RULES } from './rules/packs/index.ts';
import { REFERENCES_RULES } from './rules/references/index.ts';
import { STRUCTURE_RULES } from './rules/structure/index.ts';
import { TERMS_RULES } from './rules/terms/index.ts';
import { TEXT_RULES } from './rules/text/index.ts';

export { MATRIX_RULES, PACK_RULES };

/** The rules about one document. */
export const RULES: readonly Rule[] = [
  ...REFERENCES_RULES,
  ...TERMS_RULES,
  ...DATES_RULES,
  ...STRUCTURE_RULES,
  ...TEXT_RULES,
  ...NAMES_RULES,
  ...PACKS_RULES,
];

/** All of them. */
export const ALL_RULES: readonly (Rule | PackRule | MatrixRule)[] = [...RULES, ...PACK_RULES, ...MATRIX_RULES];

/** Their ids. */
export const RULE_IDS: ReadonlySet<string> = new Set(ALL_RULES.map((rule) => rule.id));
