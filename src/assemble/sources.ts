/** What a pack is made of, once everything has been read. */
import type { Document } from '../model/document.ts';
import type { Change } from '../model/redline.ts';
import type { PlaceOf } from './manifest.ts';
import type { Manifest } from './manifest-keys.ts';
import type { TemplateSource } from './template.ts';

/** A document of the pack: the version proposed, and how it differs from the one before, where there is one. */
export interface PackDocument {
  readonly after: Document;
  readonly before?: Document;
  readonly changes: readonly Change[];
}

/** All that a pack is made of. */
export interface PackSources {
  /** The pack's name, that of its folder. */
  readonly name: string;
  readonly manifest: Manifest;
  readonly placeOf: PlaceOf;
  /** In the order of the manifest, by the document's id. */
  readonly documents: ReadonlyMap<string, PackDocument>;
  /** By the id of the section. */
  readonly narratives: ReadonlyMap<string, TemplateSource>;
  /** By name: `consultation`, `notification`, … */
  readonly templates: ReadonlyMap<string, TemplateSource>;
}
