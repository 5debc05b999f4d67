import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from './wire-bytes.ts';

const written = (write: (writer: ByteWriter) => void) => {
  const writer = new ByteWriter();
  write(writer);
  return writer.toBuffer();
};

describe('the binary form', () => {
  it.each([
    [0, '00'],
    [1, '01'],
    [127, '7f'],
    [128, '8001'],
    [300, 'ac02'],
    [16_384, '808001'],
    [1_800_000_000, '80a4a7da06'],
    [Number.MAX_SAFE_INTEGER, 'ffffffffffffff0f'],
  ])('the number %i is %s', (value, hex) => {
    const bytes = written((writer) => writer.varint(value));
    expect(bytes.toString('hex')).toBe(hex);
    expect(new ByteReader(bytes).varint()).toBe(value);
  });

  it('gives back what was written, in its order', () => {
    const bytes = written((writer) => {
      writer.byte(7);
      writer.text('Bøger');
      writer.bytes(Buffer.from([1, 2, 3]));
      writer.text('');
      writer.varint(5);
    });
    const reader = new ByteReader(bytes);
    expect([reader.byte(), reader.text(), [...reader.bytes(3)], reader.text(), reader.varint()]).toEqual([7, 'Bøger', [1, 2, 3], '', 5]);
  });

  it('is read from the middle of a larger buffer', () => {
    expect(new ByteReader(Buffer.from([9, 9, 42, 9]).subarray(2, 3)).byte()).toBe(42);
  });

  it.each([
    ['a byte', (reader: ByteReader) => reader.byte(), []],
    ['bytes', (reader: ByteReader) => reader.bytes(2), [1]],
    ['a text', (reader: ByteReader) => reader.text(), [3, 97, 98]],
    ['a number', (reader: ByteReader) => reader.varint(), [0x80]],
    ['a number that is too long', (reader: ByteReader) => reader.varint(), Array(9).fill(0x80)],
  ] as const)('ends early: %s', (_what, read, bytes) => {
    expect(() => read(new ByteReader(Buffer.from(bytes)))).toThrow(RangeError);
  });

  it('reads all bytes there are, and not one more', () => {
    const reader = new ByteReader(Buffer.from([1, 2]));
    expect([...reader.bytes(2)]).toEqual([1, 2]);
    expect(() => reader.bytes(1)).toThrow('the bytes end early');
  });
});
