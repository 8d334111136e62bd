import type { Direction, ScannerId, SealedFile, Verdict } from '@suimon/domain';

/** What a scanner says of one file. The reason is a code, or the name of what was found. */
export interface ScanResult { readonly verdict: Verdict; readonly reason: string }
export const CLEAN: ScanResult = { verdict: 'clean', reason: '' };
export const notScanned = (reason: string): ScanResult => ({ verdict: 'not_scanned', reason });
export const scanError = (reason: string): ScanResult => ({ verdict: 'error', reason });

export type ScannedFile = Pick<SealedFile, 'path' | 'sizeBytes'> & { readonly direction: Direction };

/** One file going by, chunk by chunk. A chunk must not be kept: the next one may overwrite it. */
export interface FileScan {
  take(chunk: Buffer): void | Promise<void>;
  /** The verdict, after the last chunk. */
  finish(): ScanResult | Promise<ScanResult>;
  /** Ends it without a verdict. Harmless after `finish`. */
  cancel(): void;
}

/** A scanner that is ready for the files of one job, with what its verdicts are to be signed with. */
export interface FileScanner {
  readonly id: ScannerId;
  readonly engine: string;
  readonly signatures: string;
  readonly signaturesAt: string | null;
  begin(file: ScannedFile): FileScan | Promise<FileScan>;
}

/** A verdict that needs no bytes. */
export const settled = (result: ScanResult): FileScan => ({ take: () => undefined, finish: () => result, cancel: () => undefined });
