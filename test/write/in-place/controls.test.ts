/** Content controls: those that only one file has are tracked, and tracked ones are settled in any file. */
import { describe, expect, test } from 'vitest';
import { accepted, bodyOf, holds, lines, p, pack, r, redline, rejected } from './build.ts';

const control = (inner: string, properties = '<w:alias w:val="Party"/>'): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
const DATED = 'w:author="B. Author" w:date="2020-01-02T00:00:00Z"';
/** A control whose tags are tracked, as Word writes it. */
const ranged = (kind: 'Ins' | 'Del', inner: string): string =>
  `<w:customXml${kind}RangeStart w:id="71" ${DATED}/>${control(
    `<w:customXml${kind}RangeEnd w:id="71"/>${inner}<w:customXml${kind}RangeStart w:id="72" ${DATED}/>`,
  )}<w:customXml${kind}RangeEnd w:id="72"/>`;

/** The redline of two bodies without the ids of its ranges, held to both sides. */
function marked(before: string, after: string): { readonly body: string; readonly made: Uint8Array } {
  const { bytes, body } = redline(pack(before), pack(after));
  holds(pack(before), pack(after), bytes);
  return { body: body.replace(/RangeEnd w:id="\d+"/g, 'RangeEnd'), made: bytes };
}
const tracked = (kind: 'Ins' | 'Del', inner: string): string =>
  `<w:customXml${kind}RangeStart/>${control(
    `<w:customXml${kind}RangeEnd/>${inner}<w:customXml${kind}RangeStart/>`,
  )}<w:customXml${kind}RangeEnd/>`;

describe('a content control in a redline', () => {
  test('that only before has comes back with its text, its tags gone', () => {
    const before = p(r('by ') + control(r('the Panel')) + r(' alone'));
    const after = p(r('by  alone'));
    const { body, made } = marked(before, after);
    expect(body).toContain(tracked('Del', '<w:del><w:r><w:delText>the Panel</w:delText></w:r></w:del>'));
    expect(bodyOf(rejected(made))).toContain(control('<w:r><w:t>the Panel</w:t></w:r>'));
    expect(bodyOf(accepted(made))).not.toMatch(/sdt|customXml/);
  });

  test('that only after has is tracked with its text, and around text that stays', () => {
    const { body, made } = marked(p(r('by  alone')), p(r('by ') + control(r('the Panel')) + r(' alone')));
    expect(body).toContain(tracked('Ins', '<w:ins><w:r><w:t>the Panel</w:t></w:r></w:ins>'));
    expect(bodyOf(rejected(made))).not.toMatch(/sdt|customXml/);
    const around = marked(lines('one', 'two'), lines('one') + control(lines('two')));
    expect(around.body).toBe(bodyOf(pack(lines('one'))) + tracked('Ins', '<w:p><w:r><w:t>two</w:t></w:r></w:p>'));
    expect(bodyOf(rejected(around.made))).toBe(bodyOf(pack(lines('one', 'two'))));
  });

  test('of which some text stays is no change, nor is one under another id', () => {
    const named = (id: number, text: string): string =>
      p(control(r(text), `<w:alias w:val="Party"/><w:id w:val="${id}"/>`));
    expect(marked(named(1, 'the Panel'), named(2, 'the whole Panel')).body).not.toContain('customXml');
    expect(marked(p(control(r('one two'))), p(r('one'))).body).not.toContain('customXml');
  });

  test('for plain text is brought as text alone', () => {
    const before = p(r('by ') + control(r('the Panel'), '<w:text/>') + r(' alone'));
    expect(marked(before, p(r('by  alone'))).body).not.toContain('sdt');
  });
});

describe('a tracked content control', () => {
  test.each([
    ['Del', accepted, rejected],
    ['Ins', rejected, accepted],
  ] as const)('with %s ranges loses its tags and keeps its text, or stays', (kind, losing, keeping) => {
    const run = p(r('a ') + ranged(kind, r('name')) + r(' b'));
    expect(bodyOf(losing(pack(run)))).toBe(bodyOf(pack(p(r('a ') + r('name') + r(' b')))));
    expect(bodyOf(keeping(pack(run)))).toBe(bodyOf(pack(p(r('a ') + control(r('name')) + r(' b')))));
    const block = pack(lines('a') + ranged(kind, lines('x', 'y')));
    expect(bodyOf(losing(block))).toBe(bodyOf(pack(lines('a', 'x', 'y'))));
    expect(bodyOf(keeping(block))).toBe(bodyOf(pack(lines('a') + control(lines('x', 'y')))));
  });

  test('within another whose tags are tracked by the same range goes with it', () => {
    const inner = control(
      `<w:customXmlDelRangeEnd w:id="1"/>${r('name')}<w:customXmlDelRangeStart w:id="2" ${DATED}/>`,
    );
    const nested = p(
      `<w:customXmlDelRangeStart w:id="1" ${DATED}/>${control(inner)}<w:customXmlDelRangeEnd w:id="2"/>`,
    );
    expect(bodyOf(accepted(pack(nested)))).toBe(bodyOf(pack(p(r('name')))));
    expect(bodyOf(rejected(pack(nested)))).toBe(bodyOf(pack(p(control(control(r('name')))))));
  });
});
