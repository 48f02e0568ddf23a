export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** @throws {FileTooLarge} as soon as it is known; the rest is not read. */
export async function readAtMost(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop by a throw cancels the stream.
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) throw new FileTooLarge(`The file has more than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
