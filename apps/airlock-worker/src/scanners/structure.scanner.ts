import { type AirlockPolicy, extensionOf } from '@suimon/domain';
import { contentCheckFor } from './content/content.check.js';
import { ExecutableCheck } from './content/executable.check.js';
import { CLEAN, type FileScan, type FileScanner, notScanned, type ScannedFile, settled } from './file.scanner.js';

/** Our own cheap look: the type is allowed, the content is what the name says, all of it, and nothing in it is locked. */
export class StructureScanner implements FileScanner {
  readonly id = 'structure';
  readonly engine = 'suimon-structure 1';
  readonly signatures: string;
  readonly signaturesAt = null;

  constructor(private readonly policy: AirlockPolicy) { this.signatures = `policy ${policy.version}`; }

  begin(file: ScannedFile): FileScan {
    const extension = extensionOf(file.path);
    if (!this.policy[file.direction].allowedExtensions.includes(extension)) return settled(notScanned('type-not-allowed'));
    const content = contentCheckFor(extension);
    if (!content) return settled(notScanned('type-not-checkable'));
    const checks = file.direction === 'export' ? [new ExecutableCheck(), content] : [content];
    return {
      take: (chunk) => { for (const check of checks) check.take(chunk); },
      finish: () => {
        const reasons = checks.map((check) => check.finish()).filter((reason) => reason !== null);
        return reasons[0] === undefined ? CLEAN : notScanned(reasons[0]);
      },
      cancel: () => undefined,
    };
  }
}
