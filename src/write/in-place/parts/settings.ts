/** Settings of a document that bear on its redline (ISO/IEC 29500-1, 17.15.1). */
import type { Report } from '../../../message.ts';
import type { Document } from '../../../word/document.ts';
import { attribute, childOf } from '../../../word/tree.ts';

/** Whether pages with even numbers have headers of their own (17.10.1). */
export function showsEven(document: Document): boolean {
  const said = settingOf(document, 'w:evenAndOddHeaders', 'w:val');
  return said !== undefined && isOn(said);
}

/** Tells of a protection against edits (17.15.1.29): until it is lifted, no change can be accepted or rejected. */
export function tellProtection(document: Document, report: Report): void {
  const enforced = settingOf(document, 'w:documentProtection', 'w:enforcement');
  const edit = settingOf(document, 'w:documentProtection', 'w:edit') ?? '';
  if (enforced === undefined || enforced === '' || !isOn(enforced) || edit === 'none') return;
  report({
    severity: 'note',
    rule: 'write/in-place-protected',
    reason: 'the version after is protected, and so is the redline',
    actual: edit === '' ? 'protection' : edit,
    note: 'its changes can be accepted and rejected once the protection is lifted',
  });
}

/** What an attribute of a setting says; empty where it says nothing, `undefined` where there is no such setting. */
function settingOf(document: Document, name: string, of: string): string | undefined {
  const file = document.partOf('settings');
  const part = file === undefined ? undefined : document.part(file);
  const setting = childOf(part?.root, name);
  return part === undefined || setting === undefined ? undefined : (attribute(part, setting, of) ?? '');
}

function isOn(said: string): boolean {
  return !/^(?:0|false|off)$/.test(said);
}
