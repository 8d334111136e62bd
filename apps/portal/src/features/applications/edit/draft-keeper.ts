import type { ApplicationView, ProposalShape } from '@suimon/contracts';
import type { DraftEdits } from './draft-edits.js';
import { applyEdits, clashingFields, fieldTexts, isEmpty, joinEdits, NO_EDITS, patchOf, withoutSent } from './draft-edits.js';

/** `failed` is tried again by itself, `refused` waits for the writer. In both the text stays on the page and on this device. */
export type SaveState = { readonly kind: 'untouched' | 'saving' } | { readonly kind: 'saved'; readonly at: number } | { readonly kind: 'failed' | 'refused'; readonly error: unknown };
/** A field that was changed elsewhere too; the writer's text was kept, `theirs` is what stood there. */
export interface Clash { readonly field: string; readonly theirs: string }
export interface DraftSnapshot { readonly view: ApplicationView; readonly proposal: ProposalShape; readonly edits: DraftEdits; readonly state: SaveState; readonly clashes: readonly Clash[]; readonly restored: boolean }
export interface DraftWays {
  readonly save: (patch: Partial<ProposalShape>, version: number) => Promise<ApplicationView>;
  readonly reload: () => Promise<ApplicationView>;
  readonly keep: (edits: DraftEdits) => void;
  /** Somebody else saved first; it may pass (no connection, a failing server); or it was refused. */
  readonly kindOf: (error: unknown) => 'stale' | 'passing' | 'refused';
}

const PAUSE_MS = 800;
const RETRIES_MS = [3000, 8000, 20_000, 60_000] as const;
const STALE_TRIES = 3;

/** Saves a draft as it is typed: one request at a time, nothing forgotten before the server has it, changes made elsewhere merged under what is typed here. */
export class DraftKeeper {
  private current: DraftSnapshot;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<boolean> | null = null;
  private sent: DraftEdits = NO_EDITS;
  private failures = 0;
  private attended = true;

  constructor(view: ApplicationView, kept: DraftEdits, private readonly ways: DraftWays) {
    this.current = { view, edits: kept, proposal: applyEdits(view.proposal, kept), state: { kind: isEmpty(kept) ? 'untouched' : 'saving' }, clashes: [], restored: !isEmpty(kept) };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  };
  readonly snapshot = (): DraftSnapshot => this.current;

  readonly edit = (change: Partial<DraftEdits>): void => {
    this.put({ edits: joinEdits(this.current.edits, change), state: this.current.state.kind === 'failed' ? this.current.state : { kind: 'saving' } });
    this.later(PAUSE_MS);
  };

  /** A newer view read by the page, e.g. after a change notice. While a request is out its answer will bring the newest. */
  readonly accept = (view: ApplicationView): void => {
    // The same version may come with other commands: a training was passed meanwhile.
    if (!this.running && view.version >= this.current.view.version) this.rebase(view);
  };
  readonly dismissClashes = (): void => this.put({ clashes: [], restored: false });
  /** Whether the page is open: once it is closed nothing is tried again, and the next visit takes over from the kept copy. */
  readonly attend = (open: boolean): void => { this.attended = open; };

  /** Saves what is not saved yet. True once the server has everything. */
  readonly flush = (): Promise<boolean> => {
    clearTimeout(this.timer);
    this.running ??= this.run().finally(() => { this.running = null; });
    return this.running;
  };

  private async run(): Promise<boolean> {
    for (let stale = 0; !isEmpty(this.current.edits);) {
      const { view, edits } = this.current;
      this.sent = edits;
      this.put({ state: { kind: 'saving' } });
      try {
        const saved = await this.ways.save(patchOf(view.proposal, edits), view.version);
        this.failures = 0;
        const left = withoutSent(this.current.edits, edits);
        this.put({ view: saved, edits: left, state: isEmpty(left) ? { kind: 'saved', at: Date.now() } : { kind: 'saving' } });
      } catch (error) {
        if (this.ways.kindOf(error) === 'stale' && stale < STALE_TRIES) {
          stale += 1;
          if (await this.reload()) continue;
          return false;
        }
        return this.fail(error);
      }
    }
    return true;
  }

  private async reload(): Promise<boolean> {
    try { this.rebase(await this.ways.reload()); return true; } catch (error) { return this.fail(error); }
  }
  private rebase(latest: ApplicationView): void {
    const { view, edits, clashes } = this.current;
    const fields = clashingFields(view.proposal, latest.proposal, edits, this.sent);
    const theirs = fieldTexts(latest.proposal);
    this.put({ view: latest, clashes: [...clashes.filter(({ field }) => !fields.includes(field)), ...fields.map((field) => ({ field, theirs: theirs[field] ?? '' }))] });
  }
  private fail(error: unknown): false {
    const passing = this.ways.kindOf(error) === 'passing';
    this.put({ state: { kind: passing ? 'failed' : 'refused', error } });
    if (passing && this.attended) this.later(RETRIES_MS[Math.min(this.failures, RETRIES_MS.length - 1)] ?? PAUSE_MS);
    this.failures += 1;
    return false;
  }
  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }
  private put(change: Partial<DraftSnapshot>): void {
    const next = { ...this.current, ...change };
    this.current = { ...next, proposal: applyEdits(next.view.proposal, next.edits) };
    if (change.edits) this.ways.keep(this.current.edits);
    for (const notify of this.listeners) notify();
  }
}
