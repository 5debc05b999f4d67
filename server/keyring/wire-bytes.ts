/** Writes the keyring's binary form. Numbers are little-endian base 128, safe up to `Number.MAX_SAFE_INTEGER`. */
export class ByteWriter {
  private readonly parts: Buffer[] = [];

  byte(value: number): void {
    this.parts.push(Buffer.of(value));
  }

  bytes(value: Buffer): void {
    this.parts.push(value);
  }

  varint(value: number): void {
    const bytes: number[] = [];
    let rest = value;
    do {
      const low = rest % 128;
      rest = Math.floor(rest / 128);
      bytes.push(rest > 0 ? low + 128 : low);
    } while (rest > 0);
    this.parts.push(Buffer.from(bytes));
  }

  text(value: string): void {
    const bytes = Buffer.from(value);
    this.varint(bytes.length);
    this.parts.push(bytes);
  }

  toBuffer(): Buffer {
    return Buffer.concat(this.parts);
  }
}

/** Reads what {@link ByteWriter} wrote. Every method throws a RangeError where the bytes end early. */
export class ByteReader {
  private at = 0;
  private readonly source: Buffer;

  constructor(source: Uint8Array) {
    this.source = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  }

  byte(): number {
    return this.source.readUInt8(this.at++);
  }

  bytes(length: number): Buffer {
    if (this.at + length > this.source.length) throw new RangeError('the bytes end early');
    this.at += length;
    return this.source.subarray(this.at - length, this.at);
  }

  varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError('a number that is too long');
  }

  text(): string {
    return this.bytes(this.varint()).toString();
  }
}
