/** All forms, by family, each with its pattern compiled. A new form is a row in one of the four tables. */
import { compile, type FormRow } from './form.ts';
import { CODE_FORMS } from './forms/codes.ts';
import { EU_FORMS } from './forms/eu.ts';
import { UK_FORMS } from './forms/uk.ts';
import { US_FORMS } from './forms/us.ts';

/** Every form, those that edit words before those that edit provisions: a quotation is no provision. */
export const FORM_ROWS: readonly FormRow[] = [...UK_FORMS, ...CODE_FORMS, ...EU_FORMS, ...US_FORMS];

export interface CompiledForm extends FormRow {
  readonly regex: RegExp;
}

export const COMPILED: readonly CompiledForm[] = FORM_ROWS.map((form) => ({ ...form, regex: compile(form) })).sort(
  (a, b) => Number(b.form === 'words') - Number(a.form === 'words'),
);
