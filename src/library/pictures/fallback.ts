/** An SVG as PNG, for readers that know no SVG. */

/** Wide enough for print on A4. */
const WIDTH = 1600;

/** The PNG; `undefined` where it can't be drawn here. */
export async function drawSvg(svg: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const { Resvg } = await import('@resvg/resvg-js');
    const drawn = new Resvg(Buffer.from(svg), { fitTo: { mode: 'width', value: WIDTH }, background: 'white' }).render();
    return new Uint8Array(drawn.asPng());
  } catch {
    return undefined;
  }
}
