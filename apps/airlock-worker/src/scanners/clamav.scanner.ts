import { clamdVerdict, parseVersion } from './clamd.answer.js';
import { ClamdExchange, type ClamdPlace, ClamdUnreachable } from './clamd.client.js';
import { type FileScan, type FileScanner, notScanned, scanError, type ScannedFile, type ScanResult, settled } from './file.scanner.js';

export interface ClamavOptions {
  readonly place: ClamdPlace;
  /** clamd's StreamMaxLength: it never sees more of a file, whatever it answers. */
  readonly maxStreamBytes: number;
  /** Whether signatures of unknown age count as fresh: only where they are test signatures anyway. */
  readonly acceptUndated: boolean;
  readonly silenceMs?: number;
}

/** In parts, so that no file of ours is a test virus itself. */
const CANARY = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join(''));
/** clamd ended or fell silent in the middle: of the file this says nothing yet. */
export const saidNothing = (result: ScanResult): boolean => result.reason === 'scanner-disconnected' || result.reason === 'scanner-timeout';
const DAY_MS = 86_400_000;

/** ClamAV, asked through clamd. Made new for each job, so that its version and its canary are of this very moment. */
export class ClamavScanner implements FileScanner {
  readonly id = 'clamav';

  private constructor(private readonly options: ClamavOptions, readonly engine: string, readonly signatures: string, readonly signaturesAt: string | null, private readonly refusal: ScanResult | null) {}

  /** Throws {@link ClamdUnreachable} while clamd is down. Whatever else is wrong with it makes every verdict say so. */
  static async ready(options: ClamavOptions, maxSignatureAgeDays: number, now: string): Promise<ClamavScanner> {
    const version = await askVersion(options);
    const { engine, signatures, signaturesAt } = version ?? { engine: 'unknown', signatures: 'unknown', signaturesAt: null };
    return new ClamavScanner(options, engine, signatures, signaturesAt, version ? ageRefusal(signaturesAt, maxSignatureAgeDays, now, options) ?? (await canaryRefusal(options)) : scanError('scanner-answer-unknown'));
  }

  async begin(file: ScannedFile): Promise<FileScan> {
    if (this.refusal) return settled(this.refusal);
    if (file.sizeBytes > this.options.maxStreamBytes) return settled(notScanned('too-large-to-scan'));
    return inStream(this.options);
  }
}

async function inStream(options: ClamavOptions): Promise<FileScan> {
  const exchange = await ClamdExchange.open(options.place, 'INSTREAM', options.silenceMs);
  return { take: (chunk) => exchange.send(chunk), finish: async () => clamdVerdict(await exchange.finish()), cancel: () => exchange.cancel() };
}

async function askVersion(options: ClamavOptions) {
  const outcome = await (await ClamdExchange.open(options.place, 'VERSION', options.silenceMs)).result();
  if (outcome.kind !== 'answer') throw new ClamdUnreachable('clamd did not tell its version');
  return parseVersion(outcome.text);
}

function ageRefusal(signaturesAt: string | null, maxAgeDays: number, now: string, options: ClamavOptions): ScanResult | null {
  if (signaturesAt === null) return options.acceptUndated ? null : notScanned('signatures-undated');
  return Date.parse(now) - Date.parse(signaturesAt) > maxAgeDays * DAY_MS ? notScanned('signatures-too-old') : null;
}

/** A scanner that does not find the test file, sent the way every file is sent, finds nothing (M6). */
async function canaryRefusal(options: ClamavOptions): Promise<ScanResult | null> {
  const scan = await inStream(options);
  await scan.take(CANARY);
  const said = await scan.finish();
  if (saidNothing(said)) throw new ClamdUnreachable('clamd went away while it was tried out');
  return said.verdict === 'infected' ? null : scanError('canary-not-found');
}
