/**
 * The headers and footers of a reference file, cleaned: paragraphs, tables, runs, fields and pictures that lie in the file.
 * Links lose their address, tracked changes are accepted, and what is not known is left out with a message.
 */
import { attributeOf, childNamed, elementsOf, type XmlChild, type XmlNode, xmlNode } from '../fragment.ts';
import { type Package, partBytes, relationshipsOf } from '../package.ts';
import type { Relationship } from '../relationships.ts';
import { fieldNode, withFields } from './fields.ts';
import { imageKind } from './images.ts';
import { readPart } from './part.ts';
import type { HeaderReference } from './sections.ts';
import { cleanProperties } from './styles.ts';
import type { BrandImage, BrandPart } from './types.ts';

/** Pictures of more bytes are left out. */
const LARGEST_IMAGE = 8 * 1024 * 1024;

export function readHeadersFooters(
  opened: Package,
  relationships: ReadonlyMap<string, Relationship>,
  references: readonly HeaderReference[],
): BrandPart[] {
  return references.flatMap(({ part, type, id }): BrandPart[] => {
    const relationship = relationships.get(id);
    if (relationship === undefined || relationship.external) return [];
    const root = readPart(opened, relationship.target);
    if (root === undefined) return [];
    const cleaner = new Cleaner(opened, relationship.target, relationshipsOf(opened, relationship.target));
    const children = cleaner.blocks(root);
    const name = part === 'header' ? 'w:hdr' : 'w:ftr';
    return [{ part, type, root: xmlNode(name, {}, children), images: cleaner.images }];
  });
}

/** What stands in a run and is taken as it is. */
const IN_RUN = new Set(['w:t', 'w:tab', 'w:br', 'w:cr', 'w:noBreakHyphen', 'w:softHyphen', 'w:sym', 'w:ptab']);
/** What only holds what is taken. */
const UNWRAPPED = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:hyperlink', 'w:sdtContent']);
/** What is no part of what is seen, and goes without a word. */
const UNSEEN =
  /^(?:w:(?:del|moveFrom|bookmark(?:Start|End)|proofErr|perm(?:Start|End)|comment\w+|move\w+Range\w+|customXml\w+Range\w+|lastRenderedPageBreak|sdtPr|sdtEndPr|customXmlPr|smartTagPr|annotationRef|pPr|rPr|tblPr|tblGrid|trPr|tcPr|tblPrEx)|mc:Fallback)$/;

/** What a content control shows of the document's properties, by the last step of its binding's path. */
const BOUND: Readonly<Record<string, string>> = {
  title: 'TITLE',
  subject: 'SUBJECT',
  contentStatus: 'DOCPROPERTY Status',
  Company: 'DOCPROPERTY Organisation',
};

class Cleaner {
  readonly images: BrandImage[] = [];
  readonly #opened: Package;
  readonly #part: string;
  readonly #relationships: ReadonlyMap<string, Relationship>;

  constructor(opened: Package, part: string, relationships: ReadonlyMap<string, Relationship>) {
    this.#opened = opened;
    this.#part = part;
    this.#relationships = relationships;
  }

  /** Paragraphs and tables; a story has at least one paragraph, at its end. */
  blocks(node: XmlNode): XmlNode[] {
    const blocks = this.#blocks(node);
    return blocks.at(-1)?.name === 'w:p' ? blocks : [...blocks, xmlNode('w:p')];
  }

  #blocks(node: XmlNode): XmlNode[] {
    return elementsOf(node).flatMap((child): XmlNode[] => {
      if (child.name === 'w:p') return [this.#paragraph(child)];
      if (child.name === 'w:tbl') return [this.#table(child)];
      if (child.name === 'w:sdt') return this.#blocks(childNamed(child, 'w:sdtContent') ?? xmlNode('w:sdtContent'));
      if (UNWRAPPED.has(child.name)) return this.#blocks(child);
      this.#leaveOut(child);
      return [];
    });
  }

  #table(node: XmlNode): XmlNode {
    return this.#kept(node, ['w:tblPr', 'w:tblGrid'], 'w:tr', (row) =>
      this.#kept(row, ['w:tblPrEx', 'w:trPr'], 'w:tc', (cell) => {
        const properties = elementsOf(cell).filter(({ name }) => name === 'w:tcPr');
        return xmlNode('w:tc', {}, [...properties.map(cleanProperties), ...this.blocks(cell)]);
      }),
    );
  }

  /** An element with its properties, and those of its children that have a name. */
  #kept(node: XmlNode, properties: readonly string[], name: string, clean: (child: XmlNode) => XmlNode): XmlNode {
    const own = elementsOf(node).filter((child) => properties.includes(child.name));
    const inner = elementsOf(node).flatMap((child): XmlNode[] => {
      if (child.name === name) return [clean(child)];
      return UNWRAPPED.has(child.name) || child.name === 'w:sdt'
        ? elementsOf(child)
            .filter((one) => one.name === name)
            .map(clean)
        : [];
    });
    return xmlNode(node.name, {}, [...own.map(cleanProperties), ...inner]);
  }

  #paragraph(node: XmlNode): XmlNode {
    const properties = childNamed(node, 'w:pPr');
    const runs = withFields(this.#runs(node), (instruction) =>
      this.#warn('look/field', 'a field that is not shown here stands as the text that it printed', instruction),
    );
    return xmlNode('w:p', {}, [...(properties === undefined ? [] : [cleanProperties(properties)]), ...runs]);
  }

  #runs(node: XmlNode): XmlNode[] {
    return elementsOf(node).flatMap((child): XmlNode[] => {
      if (child.name === 'w:r') return this.#run(child);
      if (child.name === 'w:sdt') return this.#control(child);
      if (child.name === 'w:fldSimple') return this.#simpleField(child);
      if (child.name === 'w:hyperlink' && attributeOf(child, 'r:id') !== undefined)
        this.#warn('look/link', 'a link in a header or footer stands as its text', undefined);
      if (UNWRAPPED.has(child.name)) return this.#runs(child);
      this.#leaveOut(child);
      return [];
    });
  }

  #control(node: XmlNode): XmlNode[] {
    const binding = childNamed(childNamed(node, 'w:sdtPr'), 'w:dataBinding');
    const step = /([\w.-]+)(?:\[\d+\])?$/.exec(attributeOf(binding, 'w:xpath') ?? '')?.[1] ?? '';
    const content = childNamed(node, 'w:sdtContent') ?? xmlNode('w:sdtContent');
    const instruction = BOUND[step];
    if (instruction === undefined) return this.#runs(content);
    const field = fieldNode(
      instruction,
      this.#runs(content)
        .map((run) => childNamed(run, 'w:rPr'))
        .find(Boolean),
    );
    return field === undefined ? [] : [field];
  }

  #simpleField(node: XmlNode): XmlNode[] {
    const runs = this.#runs(node);
    const instruction = attributeOf(node, 'w:instr') ?? '';
    const field = fieldNode(instruction, childNamed(runs[0], 'w:rPr'));
    if (field !== undefined) return [field];
    this.#warn('look/field', 'a field that is not shown here stands as the text that it printed', instruction.trim());
    return runs;
  }

  #run(node: XmlNode): XmlNode[] {
    const properties = childNamed(node, 'w:rPr');
    const children = elementsOf(node).flatMap((child): XmlNode[] => {
      if (IN_RUN.has(child.name)) return [plain(child)];
      if (child.name === 'w:fldChar' || child.name === 'w:instrText') return [plain(child)];
      if (child.name === 'w:drawing') return this.#drawing(child);
      if (child.name === 'mc:AlternateContent') {
        const choice = elementsOf(child)
          .flatMap((branch) => elementsOf(branch))
          .find(({ name }) => name === 'w:drawing');
        if (choice !== undefined) return this.#drawing(choice);
      }
      this.#leaveOut(child);
      return [];
    });
    if (children.length === 0) return [];
    return [xmlNode('w:r', {}, [...(properties === undefined ? [] : [cleanProperties(properties)]), ...children])];
  }

  /** A drawing that shows one picture of the file; any other is left out. */
  #drawing(node: XmlNode): XmlNode[] {
    const before = this.images.length;
    const cleaned = this.#drawn(node);
    if (this.images.length > before) return [cleaned];
    this.#warn('look/drawing', 'a drawing that is no picture in the file is left out', undefined);
    return [];
  }

  #drawn(node: XmlNode): XmlNode {
    const children = node.children.flatMap((child): XmlChild[] => {
      if (typeof child === 'string') return [child];
      if (
        !/^(?:wp|a|pic):/.test(child.name) ||
        /^a:(?:hlink\w+|extLst|audio\w*|video\w*|quickTimeFile)$/.test(child.name)
      )
        return [];
      return [this.#drawn(child)];
    });
    const attributes = node.attributes.flatMap(([name, value]): [string, string][] => {
      if (node.name === 'a:blip' && name === 'r:embed') return this.#embed(value) ? [[name, value]] : [];
      return name.includes(':') ? [] : [[name, value]];
    });
    return { name: node.name, attributes, children };
  }

  #embed(id: string): boolean {
    const relationship = this.#relationships.get(id);
    if (relationship === undefined || relationship.external) return false;
    if (this.images.some((image) => image.id === id)) return true;
    const bytes = partBytes(this.#opened, relationship.target);
    const kind = bytes === undefined || bytes.length > LARGEST_IMAGE ? undefined : imageKind(bytes);
    if (bytes === undefined || kind === undefined) return false;
    this.images.push({ id, kind, bytes });
    return true;
  }

  #leaveOut(node: XmlNode): void {
    if (UNSEEN.test(node.name)) return;
    this.#warn('look/left-out', 'something in a header or footer that cannot be taken over is left out', node.name);
  }

  #warn(rule: string, reason: string, actual: string | undefined): void {
    this.#opened.tally.warn(rule, reason, { file: this.#opened.file, part: this.#part }, actual);
  }
}

/** An element without attributes of foreign namespaces. */
function plain(node: XmlNode): XmlNode {
  const attributes = node.attributes.filter(
    ([name]) => name === 'xml:space' || (name.startsWith('w:') && !name.startsWith('w:rsid')),
  );
  return { name: node.name, attributes, children: node.children.filter((child) => typeof child === 'string') };
}
