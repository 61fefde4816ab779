/** The shapes of matrices: those that come with Keeling, in `shapes/`, and those in the folder `shapes` of a library. */
import { readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readShape, type Shape } from '../matrix/shape/shape.ts';
import { collect, UnusableInput } from '../message.ts';
import { didYouMean } from './names.ts';
import { decode, readBytes, type Source } from './read.ts';
import { PACKAGE_ROOT } from './root.ts';
import { readYaml } from './yaml.ts';

const ENDING = '.yaml';

/** All shapes by name; one of the library takes the place of one that comes with Keeling. Throws `UnusableInput`. */
export async function loadShapes(library: { readonly root: string }): Promise<readonly Shape[]> {
  const folders = [...new Set([PACKAGE_ROOT, library.root])].map((folder) => join(folder, 'shapes'));
  const shapes = new Map<string, Shape>();
  for (const folder of folders) {
    for (const shape of await shapesIn(folder)) shapes.set(shape.name, shape);
  }
  return [...shapes.values()];
}

/** The shape of that name. Throws `UnusableInput` naming the near ones. */
export function shapeNamed(shapes: readonly Shape[], name: string, file: string): Shape {
  const found = shapes.find((shape) => shape.name === name);
  if (found !== undefined) return found;
  const names = shapes.map((shape) => shape.name);
  const note = didYouMean(name, names) ?? `there is ${names.join(', ')}`;
  const reason = `there is no shape "${name}"`;
  throw new UnusableInput({ severity: 'error', rule: 'library/matrix-shape', reason, note, place: { file } });
}

async function shapesIn(folder: string): Promise<Shape[]> {
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => /^[a-z0-9][a-z0-9-]*\.yaml$/.test(name))
    .sort();
  return Promise.all(names.map((name) => loadShape({ file: join(folder, name), shown: `shapes/${name}` })));
}

async function loadShape(source: Source): Promise<Shape> {
  return shapeFrom(decode(await readBytes(source), source), source);
}

let shipped: readonly Shape[] | undefined;

/** The shapes that come with Keeling, for files that belong to no library; read once. */
export function shippedShapes(): readonly Shape[] {
  const folder = join(PACKAGE_ROOT, 'shapes');
  shipped ??= readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((name) => shapeFrom(readFileSync(join(folder, name), 'utf8'), { shown: `shapes/${name}` }));
  return shipped;
}

function shapeFrom(text: string, source: Pick<Source, 'shown'>): Shape {
  const { value, placeOf } = readYaml(text, source.shown);
  const name = source.shown.slice('shapes/'.length, -ENDING.length);
  const { value: shape, messages } = collect((report) => readShape(name, value, placeOf, report));
  if (shape === undefined) throw new UnusableInput(messages);
  return shape;
}
