import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type UploadFile, uploadForm } from './upload.ts';

function fileOnDisk(): string {
  const folder = mkdtempSync(join(tmpdir(), 'podio-upload-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'from-disk.txt'), 'the bytes');
  return join(folder, 'from-disk.txt');
}

const bytes = new TextEncoder().encode('the bytes');

it.each<[string, () => UploadFile, string | undefined, string]>([
  ['a path', fileOnDisk, undefined, 'from-disk.txt'],
  ['a path and a name', fileOnDisk, 'another.txt', 'another.txt'],
  ['a File', () => new File([bytes], 'named.txt'), undefined, 'named.txt'],
  ['a File and a name', () => new File([bytes], 'named.txt'), 'another.txt', 'another.txt'],
  ['a Blob and a name', () => new Blob([bytes]), 'blob.txt', 'blob.txt'],
  ['bytes and a name', () => bytes, 'bytes.txt', 'bytes.txt'],
])('the form of %s has the file, then its name', async (_what, file, filename, name) => {
  const form = await uploadForm(file(), filename);
  expect([...form.keys()]).toEqual(['source', 'filename']);
  expect(form.get('filename')).toBe(name);
  const source = form.get('source') as File;
  expect([source.name, await source.text()]).toEqual([name, 'the bytes']);
});

it.each<[string, UploadFile, string | undefined]>([
  ['bytes', bytes, undefined],
  ['a Blob', new Blob([bytes]), undefined],
  ['a File', new File([bytes], ''), undefined],
  ['a path', '/', undefined],
  ['bytes', bytes, ''],
])('%s without any name is an error that says so', async (_what, file, filename) => {
  await expect(uploadForm(file, filename)).rejects.toThrow('filename is missing');
});
