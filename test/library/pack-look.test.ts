/** A pack for an invented code in a look of its own: reference file, logo, pictures, and what is refused of them. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOffice } from '../../src/library/office/find.ts';
import { buildPack, type PackResult } from '../../src/library/pack/index.ts';
import { UnusableInput } from '../../src/message.ts';
import { makePng } from '../make-picture.ts';
import { makeReference } from '../make-reference.ts';
import { partsOf } from '../write/docx/parts.ts';

const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><rect x="5" y="5" width="20" height="20" fill="#069"/></svg>';

function version(number: string, distance: string): string {
  return `---\ntitle: Harbour Code\nshort: Harbour Code\nversion: "${number}"\nprovision: Clause\n---\n\n# 1 Anchorage {#anchorage}\n\n1.1 {#berths} Vessels shall anchor ${distance} from the mole.\n\n![A mole and a vessel](mole.png "The mole"){#mole number="1" width=6cm}\n`;
}

const MANIFEST = `title: Changes to the Harbour Code
summary: Proposed changes to where vessels anchor
classification: Open
contact: harbour@example.org
website: https://harbour.example.org
organisation: { name: Port of Example Harbour Authority, short: PEHA }
look: brand.docx
logo: { file: anchor.png, text: The anchor of the authority }
dates: { issued: 2024-03-04, respondBy: 2024-04-05T17:00 }
tracked: { author: PEHA, date: "2024-03-04T09:00:00Z" }
texts: { department: Ministry of Ports, departmentShort: MoP }
documents: [{ id: code, before: "1.0", after: "1.1" }]
sections:
  - { id: why, title: Why we propose this, file: why.md }
questions:
  - { id: distance, number: Q1, section: why, text: Do you agree with the new distance? }
attachments:
  - { number: 1, id: marked, kind: change-marked, document: code }
  - { number: 2, id: form, kind: response-template }
changes:
  - { document: code, covers: [berths], description: A greater distance, rationale: Vessels are longer }
`;

let home: string;

async function lay(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  home ??= await mkdtemp(join(tmpdir(), 'keeling-look-'));
  const root = await mkdtemp(join(home, 'library-'));
  await mkdir(join(root, 'documents/code'), { recursive: true });
  await mkdir(join(root, 'documents/changes'));
  await cp(TEMPLATES, join(root, 'templates'), { recursive: true });
  for (const [name, content] of Object.entries({ ...FILES, ...files }))
    await writeFile(join(root, 'documents', name), content);
  return root;
}

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'code/1.0.md': version('1.0', '100 metres'),
  'code/1.1.md': version('1.1', '150 metres'),
  'code/mole.png': makePng(40, 20),
  'changes/pack.yaml': MANIFEST,
  'changes/brand.docx': makeReference(),
  'changes/anchor.png': makePng(12, 12, [0, 107, 94]),
  'changes/plan.svg': SVG,
  'changes/why.md':
    'Vessels have grown, as [](#growth) shows; so have berths ([](#berths-now)).\n\n![A square that stands for growth](plan.svg "Length of vessels"){#growth}\n\n![The same square](plan.svg "Length of berths"){#berths-now}\n',
};

async function refusal(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const root = await lay(files);
  try {
    await buildPack({ root, name: 'changes', out: join(root, 'out') });
    return [];
  } catch (error) {
    if (error instanceof UnusableInput) return error.messages.map(({ rule }) => rule);
    throw error;
  }
}

afterAll(() => rm(home, { recursive: true, force: true }));

describe('a pack in a look of its own', () => {
  let result: PackResult;
  let out: string;
  const word = async (name: string) => partsOf(await readFile(join(out, name)));

  beforeAll(async () => {
    const root = await lay({});
    out = join(root, 'out');
    result = (await buildPack({ root, name: 'changes', out })).value;
  }, 60_000);

  it('has every Word file in the styles, page and header of the reference file', async () => {
    const words = result.files.filter(({ path }) => path.endsWith('.docx'));
    expect(words).toHaveLength(3);
    for (const { path } of words) {
      const parts = await word(path);
      expect([path, parts['word/styles.xml']?.includes('Georgia')]).toEqual([path, true]);
      expect(parts['word/document.xml']).toContain('w:left="1418"');
      expect(Object.keys(parts).some((name) => name.startsWith('word/media/brand'))).toBe(true);
    }
  });

  it('numbers the figures of its texts, prints references to them, and shows logo and pictures', async () => {
    const text = await readFile(join(out, 'changes-consultation.md'), 'utf8');
    expect(text).toContain('as [Figure 1](#growth) shows');
    expect(text).toContain('([Figure 2](#berths-now))');
    const xml = (await word('changes-consultation.docx'))['word/document.xml'] ?? '';
    expect(xml).toContain('descr="The anchor of the authority"');
    expect(xml).toContain('svgBlip');
    expect(xml).toMatch(/REF growth \\h .*Figure 1/s);
    expect(result.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['plan.svg', 'mole.png', 'anchor.png']),
    );
  });

  it('notes reference file and pictures among its inputs', () => {
    const inputs = result.inputs.map(({ path }) => path);
    expect(inputs).toEqual(expect.arrayContaining(['documents/changes/brand.docx', 'documents/code/mole.png']));
  });

  it('is refused where a picture is missing, is none, or the look leads out of the folder', async () => {
    const gone = '![A plan](gone.png)\n';
    expect(await refusal({ 'changes/why.md': gone })).toEqual(['picture/missing']);
    expect(await refusal({ 'changes/why.md': gone, 'changes/gone.png': 'no picture' })).toEqual(['picture/unusable']);
    const look = (file: string) => refusal({ 'changes/pack.yaml': MANIFEST.replace('brand.docx', file) });
    expect(await look('nowhere.docx')).toEqual(['library/no-file']);
    expect(await look('../brand.docx')).toEqual(['assemble/manifest']);
  });
});

describe('LibreOffice', () => {
  it('is asked for where it is not installed', async () => {
    await expect(findOffice({ PATH: '/nowhere' })).rejects.toThrow(/LibreOffice is not installed/);
    await expect(findOffice({ KEELING_SOFFICE: '/no/soffice' })).rejects.toThrow(/KEELING_SOFFICE/);
  });
});
