/** Which column of a table is which, by its headings: the command variants stand between Critical and User Role. */
import type { MatrixHeadings } from './table.ts';

/** The columns of a matrix by index. */
export interface MatrixColumns {
  readonly headings: MatrixHeadings;
  readonly reference: number;
  readonly variant: number;
  readonly name: number;
  readonly critical: number;
  readonly commands: readonly number[];
  readonly role: number;
}

/** What a heading must say to be that of a column, white space and capitals apart. */
const FORMS = {
  reference: /^service (?:request )?reference$/,
  variant: /^service (?:request )?(?:reference )?variant$/,
  name: /^(?:service request )?name$|^service request(?: name)?$|^description$/,
  critical: /^critical(?:\b.*)?$/,
  role: /^(?:user )?roles?$/,
} as const;

type Named = keyof typeof FORMS;

/** Finds the columns by their headings; `undefined` where one is missing or no command variant is between them. */
export function findColumns(headings: readonly string[]): MatrixColumns | undefined {
  const folded = headings.map((text) => text.replace(/\s+/g, ' ').trim().toLowerCase());
  const index = (name: Named): number => folded.findIndex((text) => FORMS[name].test(text));
  const found = {
    reference: index('reference'),
    variant: index('variant'),
    name: index('name'),
    critical: index('critical'),
    role: index('role'),
  };
  if (Object.values(found).some((at) => at < 0)) return undefined;
  const commands = headings.map((_, i) => i).filter((i) => i > found.critical && i < found.role);
  if (commands.length === 0) return undefined;
  return { ...found, commands, headings: headingsOf(headings, found, commands) };
}

function headingsOf(
  texts: readonly string[],
  found: Readonly<Record<Named, number>>,
  commands: readonly number[],
): MatrixHeadings {
  const text = (i: number): string => (texts[i] ?? '').replace(/\s+/g, ' ').trim();
  return {
    reference: text(found.reference),
    variant: text(found.variant),
    name: text(found.name),
    critical: text(found.critical),
    commands: commands.map(text),
    role: text(found.role),
  };
}

/** The headings in the order in which a table prints them. */
export function headingTexts({ reference, variant, name, critical, commands, role }: MatrixHeadings): string[] {
  return [reference, variant, name, critical, ...commands, role];
}

/** The headings of a table that has none, command variants numbered by place. */
export function plainHeadings(commands: number): MatrixHeadings {
  return {
    reference: 'Service Reference',
    variant: 'Service Reference Variant',
    name: 'Name',
    critical: 'Critical',
    commands: Array.from({ length: commands }, (_, i) => `CV ${i + 1}`),
    role: 'User Role',
  };
}
