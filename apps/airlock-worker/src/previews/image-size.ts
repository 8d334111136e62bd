const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** An image larger than this in either direction is not shown: decoding it could exhaust a browser. */
const MAX_PX = 10_000;

/** Width and height of a PNG or JPEG from its headers (PNG: IHDR; JPEG: first start-of-frame), or null if it is not one. */
export function imageSize(bytes: Buffer, type: 'image/png' | 'image/jpeg'): { widthPx: number; heightPx: number } | null {
  const size = type === 'image/png' ? pngSize(bytes) : jpegSize(bytes);
  return size && size.widthPx > 0 && size.heightPx > 0 && size.widthPx <= MAX_PX && size.heightPx <= MAX_PX ? size : null;
}

const pngSize = (bytes: Buffer): { widthPx: number; heightPx: number } | null =>
  (bytes.length >= 24 && bytes.subarray(0, 8).equals(PNG_SIGNATURE) && bytes.toString('latin1', 12, 16) === 'IHDR' ? { widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20) } : null);

function jpegSize(bytes: Buffer): { widthPx: number; heightPx: number } | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { heightPx: bytes.readUInt16BE(at + 5), widthPx: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
