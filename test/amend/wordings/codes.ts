/** Wordings of industry codes. */
import { w } from './case.ts';

const marked21 = '2.1 A Supplier shall <del>install</del><ins>fit</ins> a Meter within 20 days.';
const fit = [['shall install', 'shall fit']] as const;

export const CODES = [
  w('Amend Section 2.1 as follows:', fit, marked21),
  w('Amend Section 2.1 as follows', fit, marked21),
  w('AMEND SECTION 2.1 AS FOLLOWS:', fit, marked21),
  w('Amend Clause 2.1 as shown below:', fit, marked21),
  w('Amend paragraph 2.1 to read as follows –', fit, marked21),
  w('Section 2.1 shall be amended as follows:', fit, marked21),
  w('Section 2.1 shall be amended to read as follows:', fit, marked21),
  w('Section 2.1 shall read as follows:', fit, marked21),
  w('Make the following changes to Section 2.1:', fit, marked21),
  w('The following changes are made to Section 2.1:', fit, marked21),
  w('Amend rule 2.1 as follows:', fit, marked21),
  w('Amend Section 2.1 as follows:', 'refused', '2.1 A Supplier shall install a Meter within 20 days.'),
  w(
    'Amend Section 2.1 as follows:',
    'refused',
    '2.1 A Supplier must <del>install</del><ins>fit</ins> a Meter within 20 days.',
  ),
  w('Amend Section 2.1 as follows:', 'refused', ''),
  w(
    'Amend Sections 2.1 and 2.3 as follows:',
    [
      ['shall install', 'shall fit'],
      ['£40', '£50'],
    ],
    `${marked21}\n\n2.3 Access costs <del>£40</del><ins>£50</ins>. Access is refused to nobody.`,
  ),
  w(
    'Amend the definition of “Meter” as follows:',
    [['measures energy', 'measures electricity']],
    '**Meter** means a device that measures <del>energy</del><ins>electricity</ins>.',
  ),
  w(
    'Replace the definition of "Meter" with:',
    [['measures energy', 'measures electricity']],
    '**Meter** means a device that measures <del>energy</del><ins>electricity</ins>.',
  ),
  w(
    'Replace the definition of “Meter” with the following:',
    [['a device that measures energy', 'a gas or electricity meter']],
    '“**Meter** means a gas or electricity meter.”',
  ),
  w(
    'Amend the heading of Section 2 as follows:',
    [['# 2 Meters', '# 2 Metering']],
    '# 2 <del>Meters</del><ins>Metering</ins>',
  ),
  w('Replace the heading of Section 2 with “Metering”.', [['# 2 Meters', '# 2 Metering']]),
  w(
    'Insert new Section 2.5 as follows:',
    [['an Auditor.\n', 'an Auditor.\n\n2.5 A Meter is sealed.\n']],
    '<ins>2.5 A Meter is sealed.</ins>',
  ),
  w(
    'Insert a new Section 2.5 as follows:',
    [['an Auditor.\n', 'an Auditor.\n\n2.5 A Meter is sealed.\n']],
    '<ins>2.5 A Meter is sealed.</ins>',
  ),
  w(
    'Add new Section 2.1A after Section 2.1:',
    [['20 days.\n', '20 days.\n\n2.1A A Meter is sealed.\n']],
    '<ins>2.1A A Meter is sealed.</ins>',
  ),
  w(
    'Insert the following new Section after Section 2.1:',
    [['20 days.\n', '20 days.\n\n2.1A A Meter is sealed.\n']],
    '<ins>2.1A A Meter is sealed.</ins>',
  ),
  w('Insert new Section 2.1B after Section 2.1:', 'refused', '<ins>2.1A A Meter is sealed.</ins>'),
  w('Insert new Section 2.5 as follows:', 'refused', '2.5 A Meter is sealed.'),
  w(
    'After Section 2.1 insert:',
    [['20 days.\n', '20 days.\n\n2.1A A Meter is sealed.\n']],
    '<ins>2.1A A Meter is sealed.</ins>',
  ),
  w(
    'Before Section 2.2 insert:',
    [['20 days.\n', '20 days.\n\n2.1A A Meter is sealed.\n']],
    '<ins>2.1A A Meter is sealed.</ins>',
  ),
  w(
    'At the beginning of Section 2.2 insert:',
    [['- (a) {#da}', '- (za) label it;\n- (a) {#da}']],
    '- <ins>(za) label it;</ins>',
  ),
  w(
    'Add the following definition to Section 1.1:',
    [['**Meter** {#meter}', '**Display** means a screen.\n\n**Meter** {#meter}']],
    '<ins>**Display** means a screen.</ins>',
  ),
  w(
    'Insert the following definition in Section 1.1 in alphabetical order:',
    [['**Meter** {#meter}', '**Display** means a screen.\n\n**Meter** {#meter}']],
    '<ins>**Display** means a screen.</ins>',
  ),
  w('Delete Section 1.2.', [['1.2 {#plural} The singular includes the plural.\n\n', '']]),
  w('Delete Section 1.2 in its entirety.', [['1.2 {#plural} The singular includes the plural.\n\n', '']]),
  w(
    'Delete Section 1.2:',
    [['1.2 {#plural} The singular includes the plural.\n\n', '']],
    '<del>1.2 The singular includes the plural.</del>',
  ),
  w('Delete Section 1.2:', 'refused', '<del>1.2 The singular excludes the plural.</del>'),
  w('Delete Section 1.2:', 'refused', '1.2 The singular includes the plural.'),
  w('Section 1.2 shall be deleted.', [['1.2 {#plural} The singular includes the plural.\n\n', '']]),
  w('Delete Sections 2.3 and 2.4.', [
    [
      '2.3 {#access} Access costs £40. Access is refused to nobody.\n\n2.4 {#both} A Supplier may appoint an Auditor, and a Supplier may dismiss an Auditor.\n\n',
      '',
    ],
  ]),
  w('Delete Section 2.2(b).', [['- (b) {#db} inspect it every year; and\n', '']]),
  w('Delete the definition of "Auditor".', [['**Auditor** {#auditor} means a person who audits a Supplier.\n\n', '']]),
  w('Delete the definition of “Auditor” from Section 1.1.', [
    ['**Auditor** {#auditor} means a person who audits a Supplier.\n\n', ''],
  ]),
  w('Delete the definition of “Agent”.', 'refused'),
  w(
    'Delete Section 3.2 and replace with:',
    [['Charges fall due after ten days.', 'Charges fall due at once.']],
    '“3.2 Charges fall due at once.”',
  ),
  w('In Section 2.3 delete “£40” and insert “£50”.', [['£40', '£50']]),
  w('In Section 2.3, delete "£40" and replace with "£50".', [['£40', '£50']]),
  w('Replace “£40” with “£50” in Section 2.3.', [['£40', '£50']]),
  w('In Section 2.3 replace “£40” with “£50”.', [['£40', '£50']]),
  w('In Section 2.3, change “£40” to “£50”.', [['£40', '£50']]),
  w('Section 2.3: delete “£40” and insert “£50”.', [['£40', '£50']]),
  w('Delete “within 20 days” from Section 2.1.', [['a Meter within 20 days.', 'a Meter.']]),
  w('Insert “certified” before “Meter” in Section 2.1.', [['a Meter within', 'a certified Meter within']]),
  w('In Section 2.1 insert “and a display” after “Meter”.', [['a Meter within', 'a Meter and a display within']]),
  w('Renumber Section 2.4 as 2.5', [['2.4 {#both}', '2.5 {#both}']]),
  w('Renumber Section 2.4 as Section 2.5.', [['2.4 {#both}', '2.5 {#both}']]),
  w('Section 2.4 becomes Section 2.5.', [['2.4 {#both}', '2.5 {#both}']]),
  w('Renumber Sections 2.3 to 2.4 as 2.4 to 2.5.', [
    ['2.3 {#access}', '2.4 {#access}'],
    ['2.4 {#both}', '2.5 {#both}'],
  ]),
  w('Renumber Section 2.3 as 2.4 (and subsequent ones accordingly).', [
    ['2.3 {#access}', '2.4 {#access}'],
    ['2.4 {#both}', '2.5 {#both}'],
  ]),
  w('Renumber Section 2.3 as 2.4', 'refused'),
  w('Renumber the remaining Sections accordingly.', 'refused'),
  w(
    'In Table 3.1 insert the rows marked:',
    [['| Inspection | £30 |\n', '| Inspection | £30 |\n| Testing | £9 |\n']],
    '::table{number="3.1" title="Charges"}\n\n| Service | Charge |\n| --- | --- |\n| Reading | £5 |\n| Inspection | £30 |\n| <ins>Testing</ins> | <ins>£9</ins> |',
  ),
  w(
    'Amend Table 3.1 as follows:',
    [['| Inspection | £30 |', '| Inspection | £35 |']],
    '::table{number="3.1" title="Charges"}\n\n| Service | Charge |\n| --- | --- |\n| … | … |\n| Inspection | <del>£30</del><ins>£35</ins> |',
  ),
  w('Move Section 2.3 behind Section 2.4.', 'refused'),
  w('Please make the consequential changes to Section 2.', 'refused'),
];
