/** How a detail of an event is written into its sentence. */
export type Slot = 'text' | 'person' | 'day' | 'instant' | 'bytes' | 'refusal';
/** How an event is told: which sentence of `events.json`, and which of its details stand in it. */
export interface Telling {
  /** The detail that chooses between several sentences; any value but these reads `other`. */
  readonly choose?: { readonly by: string; readonly forms: readonly string[] };
  /** Details named in the sentence, under their own names. */
  readonly slots?: Readonly<Record<string, Slot>>;
  /** Path of the list that the sentence counts. */
  readonly count?: string;
}
const PLAIN: Telling = {};
const choose = (by: string, forms: readonly string[], slots: Telling['slots'] = {}): Telling => ({ choose: { by, forms }, slots });

/** Every event type of the domain and of the access record; a test compares it with the sources of the server. */
export const EVENT_SENTENCES: Readonly<Record<string, Telling>> = {
  'application.created': PLAIN,
  'application.edited': PLAIN,
  'application.submitted': PLAIN,
  'application.withdrawn': PLAIN,
  'application.screening-started': PLAIN,
  'application.sent-back': PLAIN,
  'application.opened-to-committee': { count: 'committee' },
  'application.interest-declared': choose('conflicted', ['true', 'false']),
  'application.item-judged': choose('result', ['fit', 'unfit', 'needs-change'], { itemId: 'text' }),
  'application.voted': choose('vote', ['yes', 'no', 'abstain']),
  'application.decided': choose('outcome', ['approved', 'rejected'], { startsOn: 'day', endsOn: 'day' }),
  'application.contract-recorded': { slots: { number: 'text', signedOn: 'day' } },
  'application.project-opened': PLAIN,
  'project.opened': { slots: { number: 'text', title: 'text' } },
  'project.member-invited': { slots: { personId: 'person' } },
  'project.member-joined': PLAIN,
  'project.member-declined': PLAIN,
  'project.member-removed': { slots: { personId: 'person' } },
  'project.suspended': PLAIN,
  'project.resumed': PLAIN,
  'project.closed': PLAIN,
  'workspace.created': PLAIN,
  'workspace.start-requested': PLAIN,
  'workspace.progressed': choose('step', ['preparing-storage', 'isolating', 'starting-display', 'starting-desktop']),
  'workspace.started': PLAIN,
  'workspace.failed': choose('reason', ['storage-unavailable', 'dataset-missing', 'isolation-failed', 'display-failed', 'desktop-exited', 'out-of-memory', 'start-timeout']),
  'workspace.stop-requested': PLAIN,
  'workspace.stopped': PLAIN,
  'workspace.lapsed': PLAIN,
  'transfer.created': choose('direction', ['import', 'export']),
  'transfer.described': PLAIN,
  'transfer.file-added': { slots: { path: 'text', sizeBytes: 'bytes' } },
  'transfer.file-noticed': { slots: { path: 'text', sizeBytes: 'bytes' } },
  'transfer.file-described': PLAIN,
  'transfer.file-removed': PLAIN,
  'transfer.file-excluded': PLAIN,
  'transfer.submitted': PLAIN,
  'transfer.sealed': { count: 'manifest.files' },
  'transfer.scanned': PLAIN,
  'transfer.review-opened': PLAIN,
  'transfer.quarantined': choose('code', ['infected', 'delivery-mismatch'], { code: 'text' }),
  'transfer.returned': choose('code', ['by-reviewer', 'scan-unavailable', 'sealing-unavailable', 'incomplete-scan'], { code: 'text' }),
  'transfer.file-voted': choose('vote', ['approve', 'changes']),
  'transfer.review-submitted': PLAIN,
  'transfer.consolidation-opened': PLAIN,
  'transfer.approved': { slots: { coolingOffUntil: 'instant' } },
  'transfer.approval-undone': choose('code', ['by-reviewer', 'release-unavailable'], { code: 'text' }),
  'transfer.rejected': PLAIN,
  'transfer.ticket-issued': { count: 'approvers' },
  'transfer.released': PLAIN,
  'transfer.downloaded': PLAIN,
  'transfer.revoked': PLAIN,
  'transfer.expired': PLAIN,
  'transfer.blocked': PLAIN,
  'transfer.withdrawn': PLAIN,
  'transfer.bytes-destroyed': PLAIN,
  'standing.registered': PLAIN,
  'standing.training-passed': { slots: { moduleId: 'text', validUntil: 'instant' } },
  'standing.agreement-signed': choose('agreement', ['pledge', 'rules-of-use', 'project-terms'], { version: 'text' }),
  'standing.suspended': PLAIN,
  'standing.reinstated': PLAIN,
  'dataset.published': { slots: { version: 'text' } },
  'policy.in-force': PLAIN,
  'session.password-accepted': PLAIN,
  'session.signed-in': PLAIN,
  'session.signed-out': PLAIN,
  'session.denied': { slots: { code: 'refusal' } },
  'session.audit-read': PLAIN,
  'session.file-viewed': PLAIN,
  'session.desktop-ticket': PLAIN,
  'session.desktop-opened': PLAIN,
  'session.desktop-closed': PLAIN,
};

/** The value at a dotted path of an event's detail. */
export const detailAt = (detail: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined), detail);

/** Key in `events.json` of the sentence that tells this event. */
export function sentenceKey(type: string, detail: unknown): string {
  const telling = EVENT_SENTENCES[type];
  if (!telling) return 'unknown';
  if (!telling.choose) return `event.${type}`;
  const value = String(detailAt(detail, telling.choose.by));
  return `event.${type}.${telling.choose.forms.includes(value) ? value : 'other'}`;
}

/** All keys that `events.json` must hold for a type, plurals included. */
export function sentenceKeys(type: string): readonly string[] {
  const telling = EVENT_SENTENCES[type] ?? PLAIN;
  if (telling.choose) return [...telling.choose.forms, 'other'].map((form) => `event.${type}.${form}`);
  return telling.count ? [`event.${type}_one`, `event.${type}_other`] : [`event.${type}`];
}
