/** Response forms: open places as content controls, and what is read of them when they come back. */
import { describe, expect, it } from 'vitest';
import { collect } from '../../src/message.ts';
import type { Document } from '../../src/model/document.ts';
import { cleanRedline } from '../../src/model/redline.ts';
import { readForm } from '../../src/read/form/index.ts';
import { unzipAll, zipAll } from '../../src/word/zip.ts';
import { writeDocx } from '../../src/write/docx/index.ts';
import { cell, doc, p, row, table } from './docx/build.ts';

const blank = (text: string) => p([{ type: 'blank', text }]);
const entry = (name: string, text: string) => row([cell(name), cell([blank(text)])]);
const FORM = cleanRedline(
  doc([
    table([entry('Name of organisation', '[Organisation]'), entry('Date', '[Date]'), entry('Confidential', '[☐]')]),
    p([{ type: 'blank', text: '[Your answer]' }], { style: 'answer', id: 'answer-1' }),
  ]) as unknown as Document,
);

function edited(bytes: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const entries = unzipAll(bytes);
  const xml = new TextDecoder().decode(entries.get('word/document.xml'));
  entries.set('word/document.xml', new TextEncoder().encode(edit(xml)));
  return zipAll(entries);
}

const read = (bytes: Uint8Array) => collect((report) => readForm(bytes, {}, report));

describe('a form', () => {
  it('has a control for each open place, empty as it goes out', async () => {
    const { value, messages } = read(await writeDocx(FORM, { form: true }));
    expect(messages).toEqual([]);
    expect(value).toEqual([
      { tag: 'name-of-organisation', kind: 'text', value: '' },
      { tag: 'date', kind: 'date', value: '' },
      { tag: 'confidential', kind: 'tick', value: '', ticked: false },
      { tag: 'answer-1', kind: 'text', value: '' },
    ]);
    expect(read(await writeDocx(FORM)).value).toEqual([]);
  });

  it('is read as Word saves it, and as LibreOffice does, which keeps titles and no tags', async () => {
    const filled = edited(await writeDocx(FORM, { form: true }), (xml) =>
      xml
        .replace(/<w:showingPlcHdr\/>/, '')
        .replace('[Organisation]', 'Acme &amp; Sons')
        .replace('<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>'),
    );
    const answers = { 'name-of-organisation': 'Acme & Sons', date: '', confidential: 'yes', 'answer-1': '' };
    const byTag = (bytes: Uint8Array) => Object.fromEntries(read(bytes).value.map(({ tag, value }) => [tag, value]));
    expect(byTag(filled)).toEqual(answers);
    const other = edited(filled, (xml) => xml.replace(/<w:tag [^>]*>|<w:showingPlcHdr\/>/g, ''));
    expect(byTag(other)).toEqual(answers);
  });
});
