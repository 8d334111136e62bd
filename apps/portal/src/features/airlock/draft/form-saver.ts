import type { TransferFormShape } from '@suimon/contracts';

export type SaveState = { readonly name: 'saved' | 'unsaved' | 'saving' } | { readonly name: 'failed'; readonly error: unknown };
type Patch = Partial<TransferFormShape>;
interface Setting { readonly save: (patch: Patch) => Promise<unknown>; readonly report: (state: SaveState) => void }

const WAIT_MS = 700;
const isEmpty = (patch: Patch): boolean => Object.keys(patch).length === 0;

/** Saves a form as it is typed: only changed fields travel, one request at a time, in the order of typing. What fails stays and goes along with the next attempt. */
export class FormSaver {
  private pending: Patch = {};
  private running: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  constructor(private readonly setting: Setting) {}

  /** Notes a change and saves it a moment later. */
  change(patch: Patch): void {
    if (isEmpty(patch)) return;
    this.pending = { ...this.pending, ...patch };
    this.setting.report({ name: 'unsaved' });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { void this.flush().catch(() => undefined); }, WAIT_MS);
  }
  /** Saves now what is not saved yet; rejects when that fails. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    const next = this.running.then(() => this.send());
    this.running = next.catch(() => undefined);
    return next;
  }
  private async send(): Promise<void> {
    const patch = this.pending;
    if (isEmpty(patch)) return;
    this.pending = {};
    this.setting.report({ name: 'saving' });
    try {
      await this.setting.save(patch);
      this.setting.report({ name: isEmpty(this.pending) ? 'saved' : 'unsaved' });
    } catch (error) {
      this.pending = { ...patch, ...this.pending };
      this.setting.report({ name: 'failed', error });
      throw error;
    }
  }
}
