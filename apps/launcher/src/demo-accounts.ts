import { readFileSync } from 'node:fs';
import { writeFileAtomically } from '@suimon/embedded';

export interface DemoAccount { readonly login: string; readonly password: string; readonly totpSecret: string; readonly roleJa: string; readonly roleEn: string }

/** The accounts that the seed printed: JSON on the last line of its output that begins with a brace, or from there on. */
export function parseSeedOutput(output: string): DemoAccount[] {
  const lines = output.trimEnd().split('\n');
  for (let from = lines.length - 1; from >= 0; from -= 1) {
    if (!lines[from]?.startsWith('{')) continue;
    try {
      const parsed = JSON.parse(lines.slice(from).join('\n')) as { accounts?: DemoAccount[] };
      if (Array.isArray(parsed.accounts)) return parsed.accounts;
    } catch { /* A brace inside pretty-printed JSON: the whole begins further up. */ }
  }
  throw new Error('the seed did not print its accounts');
}

export function keepAccounts(file: string, accounts: readonly DemoAccount[]): void {
  writeFileAtomically(file, `${JSON.stringify(accounts, null, 2)}\n`, 0o600);
}

export function readAccounts(file: string): DemoAccount[] {
  try { return JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]; } catch { return []; }
}
