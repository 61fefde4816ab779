/** A unified diff, for those who know the comparison and not what it is made of. */
export { unifiedDiff } from '../align/patch.ts';
