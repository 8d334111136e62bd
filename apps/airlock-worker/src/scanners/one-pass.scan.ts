import { createHash } from 'node:crypto';
import type { ScanVerdict, SealedFile } from '@suimon/domain';
import { chunksOf, discard } from '@suimon/storage';
import { type FileScan, type FileScanner, scanError, type ScannedFile } from './file.scanner.js';

export type FileVerdict = Omit<ScanVerdict, 'at'>;

/**
 * Reads sealed bytes once, through every scanner and the hash. A verdict stands only if the bytes were all there and are
 * those of the manifest; what a scanner says it has seen is not asked.
 */
export async function scanInOnePass(file: SealedFile, direction: ScannedFile['direction'], stream: NodeJS.ReadableStream, scanners: readonly FileScanner[], signal: AbortSignal): Promise<FileVerdict[]> {
  const scans: { scanner: FileScanner; scan: FileScan }[] = [];
  const hash = createHash('sha256');
  let bytesSeen = 0;
  try {
    for (const scanner of scanners) scans.push({ scanner, scan: await scanner.begin({ path: file.path, sizeBytes: file.sizeBytes, direction }) });
    for await (const chunk of chunksOf(stream, signal)) {
      hash.update(chunk);
      bytesSeen += chunk.length;
      for (const { scan } of scans) await scan.take(chunk);
    }
    const isSealed = bytesSeen === file.sizeBytes && hash.digest('hex') === file.sha256;
    const verdicts: FileVerdict[] = [];
    for (const { scanner, scan } of scans) {
      const said = await scan.finish();
      verdicts.push({ ...signedBy(scanner, file), bytesSeen, ...(isSealed || said.verdict === 'infected' ? said : scanError('sealed-bytes-differ')) });
    }
    return verdicts;
  } finally {
    discard(stream);
    for (const { scan } of scans) scan.cancel();
  }
}

/** The same verdict of every scanner, for bytes that could not be read at all. */
export const unreadable = (file: SealedFile, scanners: readonly FileScanner[], reason: string): FileVerdict[] =>
  scanners.map((scanner) => ({ ...signedBy(scanner, file), bytesSeen: 0, ...scanError(reason) }));

const signedBy = (scanner: FileScanner, file: SealedFile) => ({ fileId: file.fileId, sha256: file.sha256, scanner: scanner.id, engine: scanner.engine, signatures: scanner.signatures, signaturesAt: scanner.signaturesAt });
