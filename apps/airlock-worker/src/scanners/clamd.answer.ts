import type { ClamdOutcome } from './clamd.client.js';
import { CLEAN, notScanned, scanError, type ScanResult } from './file.scanner.js';

/** Heuristics that do not say "malicious" but "I could not look inside": such a file is nobody's malware and never clean. */
const BLIND: readonly (readonly [RegExp, string])[] = [
  [/^Heuristics\.Encrypted\./, 'encrypted'],
  [/^Heuristics\.Limits\.Exceeded/, 'limits-exceeded'],
  [/^Heuristics\.Broken\./, 'broken-file'],
  // What clamd says beyond 2 GiB with its limits switched to alarms.
  [/^\(null\)$/, 'limits-exceeded'],
];

/** clamd's answer to a stream as a verdict. Only the exact text `stream: OK`, after every byte was sent, is clean. */
export function clamdVerdict(outcome: ClamdOutcome): ScanResult {
  if (outcome.kind === 'silent') return scanError('scanner-timeout');
  if (outcome.kind === 'disconnected') return scanError('scanner-disconnected');
  if (outcome.text === 'stream: OK') return outcome.early ? scanError('scanner-answered-early') : CLEAN;
  const found = /^stream: (.+) FOUND$/.exec(outcome.text)?.[1];
  if (found !== undefined) {
    const blind = BLIND.find(([pattern]) => pattern.test(found));
    return blind ? notScanned(blind[1]) : { verdict: 'infected', reason: found.replaceAll(/[^\w.:-]/g, '_').slice(0, 120) };
  }
  if (outcome.text === 'INSTREAM size limit exceeded. ERROR') return notScanned('too-large-to-scan');
  return scanError('scanner-answer-unknown');
}

export interface ClamdVersion { readonly engine: string; readonly signatures: string; readonly signaturesAt: string | null }

/** `ClamAV 1.4.6/27500/Fri Nov 21 09:26:55 2026`, or the first part alone when no official database is loaded. */
export function parseVersion(text: string): ClamdVersion | null {
  const parts = /^(ClamAV [\w.+~-]{1,40})(?:\/(\d{1,10})\/([\w: ]{10,40}))?$/.exec(text);
  if (!parts?.[1]) return null;
  const atMs = parts[3] === undefined ? Number.NaN : Date.parse(`${parts[3]} UTC`);
  return { engine: parts[1], signatures: parts[2] ?? 'undated', signaturesAt: Number.isNaN(atMs) ? null : new Date(atMs).toISOString() };
}
