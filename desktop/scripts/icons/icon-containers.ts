/** A square picture, `size` pixels wide. */
export interface Picture {
  size: number;
  png: Buffer;
}

/** An .ico file that holds each picture as PNG, as Windows reads it since Vista. Sizes up to 256 pixels. */
export function icoFile(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    // 256 is written as 0.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** Apple's types of an entry that is a PNG, with their width in pixels; ic11 to ic14 are for dense displays. */
export const icnsTypes = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
} as const;

/** An .icns file with an entry of every type. `draw` gives the PNG of a width. */
export function icnsFile(draw: (size: number) => Buffer): Buffer {
  const entries = Object.entries(icnsTypes).map(([type, size]) => tagged(type, draw(size)));
  return tagged("icns", Buffer.concat(entries));
}

function tagged(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, "ascii");
  header.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([header, content]);
}
