/** Whether a redline of Word files says what both files say. */
export { checkRedline, MISMATCH, type RedlineSides } from './check.ts';
