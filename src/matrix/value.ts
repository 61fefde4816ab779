/** The values of a DUIS matrix: what a cell requires, in whatever spelling a table uses. */

/** What a cell says of a Service Request sent by a command variant, in the spelling of the Code's text. */
export type MatrixValue = 'N/A' | 'Mandatory' | 'Mandatory SMETS1' | 'Mandatory SMETS2+';

/** All values, in the order in which their counts are printed. */
export const VALUES = ['N/A', 'Mandatory', 'Mandatory SMETS1', 'Mandatory SMETS2+'] as const satisfies MatrixValue[];

/** The kinds of device on which a test is executed. */
export type DeviceType = 'SMETS1' | 'SMETS2+';

export const DEVICE_TYPES = ['SMETS1', 'SMETS2+'] as const satisfies DeviceType[];

/** Letters and signs that tell one value from another; white space, capitals and a sign that was lost do not. */
const SPELLINGS: readonly (readonly [RegExp, MatrixValue])[] = [
  [/^n\/?a$/, 'N/A'],
  [/^mandatory$/, 'Mandatory'],
  [/^mandatorysmets1$/, 'Mandatory SMETS1'],
  [/^mandatorysmets2\+?$/, 'Mandatory SMETS2+'],
];

/** The value that a text means: `Mandatory SMETS 2` is `Mandatory SMETS2+`. `undefined` where it is none. */
export function parseValue(text: string): MatrixValue | undefined {
  const folded = text.replace(/\s+/gu, '').toLowerCase();
  return SPELLINGS.find(([form]) => form.test(folded))?.[1];
}

/** The device type that a text means, as `SMETS 2` or `smets2+`. */
export function parseDeviceType(text: string): DeviceType | undefined {
  const match = /^smets([12])\+?$/.exec(text.replace(/\s+/gu, '').toLowerCase());
  if (match === null) return undefined;
  return match[1] === '1' ? 'SMETS1' : 'SMETS2+';
}

/** Every spelling of a value in running text, with the value it means. The longest that fits is taken. */
export function valuesInText(text: string): { readonly value: MatrixValue; readonly spelling: string }[] {
  const found = [...text.matchAll(/\bMandatory(?:\s+SMETS\s?[12]\b\+?)?|\bN\/A\b/g)];
  return found.map(([match]) => {
    const spelling = match.replace(/\s+/g, ' ');
    return { value: parseValue(spelling) as MatrixValue, spelling };
  });
}
