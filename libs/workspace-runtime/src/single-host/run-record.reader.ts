import { readFile } from 'node:fs/promises';
import type { RunFolders } from './storage.layout.js';

const EVIDENCE_LINES = 12;
const EVIDENCE_CHARACTERS = 2000;

/** What bwrap reported: the host pid of the workspace's first process, and how its command ended. */
export interface BwrapStatus { readonly childPid: number | null; readonly exitCode: number | null }

/** Reads the status file bwrap writes, one JSON document a line; an unfinished line is skipped. */
export async function readBwrapStatus(run: RunFolders): Promise<BwrapStatus> {
  const text = await readFile(run.status, 'utf8').catch(() => '');
  const found: Record<string, unknown> = {};
  for (const line of text.split('\n')) {
    try { Object.assign(found, JSON.parse(line)); } catch { /* not whole yet */ }
  }
  const number = (key: string) => (typeof found[key] === 'number' ? found[key] : null);
  return { childPid: number('child-pid'), exitCode: number('exit-code') };
}

/** The end of the workspace's log as evidence for people: bounded, without control characters. */
export async function lastLogLines(run: RunFolders): Promise<string> {
  const text = await readFile(run.log, 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim()).filter((line) => line !== '');
  return lines.slice(-EVIDENCE_LINES).join('\n').slice(-EVIDENCE_CHARACTERS) || 'no log lines';
}
