import type { TransferView } from '@suimon/contracts';
import type { Refusal } from './file-fits.js';
import { refusalOf } from './file-fits.js';

export interface Upload { readonly key: number; readonly file: Blob; readonly path: string; readonly state: 'waiting' | 'sending' | 'failed'; readonly sentBytes: number; readonly refusal: Refusal | null }
export interface UploadsView { readonly items: readonly Upload[]; /** Files that have arrived so far. */ readonly arrived: number }
interface Setting {
  readonly send: (upload: Upload, signal: AbortSignal, onSent: (sentBytes: number) => void) => Promise<void>;
  readonly failureOf: (error: unknown) => Refusal;
}

/** Sends files one after another. Each can be cancelled, dismissed or sent again; one that fails never holds up the next. */
export class UploadQueue {
  private view: UploadsView = { items: [], arrived: 0 };
  private running: { readonly key: number; readonly abort: AbortController } | null = null;
  private nextKey = 1;
  private readonly listeners = new Set<() => void>();
  constructor(private readonly setting: Setting) {}

  readonly look = (): UploadsView => this.view;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  };
  /** Takes files in; one outside the limits is refused before a byte of it travels. */
  readonly add = (files: readonly File[], limits: TransferView['limits']): void => {
    const added = files.map((file): Upload => {
      const path = file.name.normalize('NFC');
      const refusal = refusalOf(path, file.size, limits);
      this.nextKey += 1;
      return { key: this.nextKey, file, path, state: refusal ? 'failed' : 'waiting', sentBytes: 0, refusal };
    });
    this.put({ items: [...this.view.items, ...added] });
    void this.work();
  };
  /** Cancels what travels, removes what waits or has failed. */
  readonly drop = (key: number): void => {
    if (this.running?.key === key) this.running.abort.abort();
    this.put({ items: this.view.items.filter((item) => item.key !== key) });
  };
  readonly again = (key: number): void => {
    this.change(key, { state: 'waiting', sentBytes: 0, refusal: null });
    void this.work();
  };
  readonly close = (): void => {
    this.put({ items: [] });
    this.running?.abort.abort();
  };

  private async work(): Promise<void> {
    if (this.running) return;
    for (let next = this.waiting(); next; next = this.waiting()) await this.sendOne(next);
  }
  private waiting(): Upload | undefined { return this.view.items.find(({ state }) => state === 'waiting'); }
  private async sendOne(upload: Upload): Promise<void> {
    const { key } = upload;
    const abort = new AbortController();
    this.running = { key, abort };
    this.change(key, { state: 'sending' });
    try {
      await this.setting.send(upload, abort.signal, (sentBytes) => this.change(key, { sentBytes }));
      this.put({ items: this.view.items.filter((item) => item.key !== key), arrived: this.view.arrived + 1 });
    } catch (error) {
      if (!abort.signal.aborted) this.change(key, { state: 'failed', refusal: this.setting.failureOf(error) });
    } finally {
      this.running = null;
    }
  }
  private change(key: number, change: Partial<Upload>): void { this.put({ items: this.view.items.map((item) => (item.key === key ? { ...item, ...change } : item)) }); }
  private put(change: Partial<UploadsView>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }
}
