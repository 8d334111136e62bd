import { endpoints } from '@suimon/contracts';
import type { AuditEntry, ResponseOf } from '@suimon/contracts';
import { Denial, hasRole } from '@suimon/domain';
import type { PersonActor } from '@suimon/domain';
import { Controller, Inject } from '@nestjs/common';
import { AUDIT_PAGE_SIZE, verifyChains } from '@suimon/persistence';
import type { AuditQueries, AuditRow, PeopleQueries, RecordQueries } from '@suimon/persistence';
import type { Clock } from '@suimon/use-cases';
import type { DataSource } from 'typeorm';
import type { AccessLog } from '../http/access-log.js';
import { Input } from '../http/call.js';
import type { Call } from '../http/call.js';
import { Serves } from '../http/endpoint.decorator.js';
import { PersonRefs } from '../people/person-refs.js';
import type { ChangeStream } from './change-stream.js';

const api = endpoints.audit;
export interface AuditParts { audit: AuditQueries; records: RecordQueries; people: PeopleQueries; dataSource: DataSource; clock: Clock; accessLog: AccessLog; changes: ChangeStream }
const demandReader = (actor: PersonActor): void => { if (!hasRole(actor, 'auditor', 'security')) throw new Denial('access', 'not-permitted'); };
/** Kept out of timelines that members see: the committee's single votes and the reviewers' names before a decision. */
const CONFIDENTIAL = new Set(['application.voted', 'application.item-judged', 'application.interest-declared', 'transfer.file-voted', 'transfer.review-submitted']);

@Controller()
export class AuditController {
  constructor(@Inject('audit') private readonly parts: AuditParts) {}

  @Serves(api.log)
  async log(@Input() { query, actor, visitor, call }: Call<typeof api.log>): Promise<ResponseOf<typeof api.log>> {
    demandReader(actor);
    if (query.page === 1) await this.parts.accessLog.note(visitor, call.origin, 'session.audit-read', { filter: { ...query } });
    const { total, items } = await this.parts.audit.log(query);
    return { total, page: query.page, pageSize: AUDIT_PAGE_SIZE, items: await this.present(items) };
  }
  @Serves(api.verify)
  async verify(@Input() { actor }: Call<typeof api.verify>): Promise<ResponseOf<typeof api.verify>> {
    demandReader(actor);
    const report = await verifyChains(this.parts.dataSource.manager);
    return { ok: report.broken.length === 0, events: report.events, streams: report.streams, broken: [...report.broken].slice(0, 100), at: this.parts.clock.now() };
  }
  @Serves(api.timeline)
  async timeline(@Input() { params, actor }: Call<typeof api.timeline>): Promise<ResponseOf<typeof api.timeline>> {
    if (!(await this.parts.records.sees(actor, params.kind, params.id))) throw new Denial('missing', 'not-found');
    const rows = await this.parts.audit.timeline(params.kind, params.id);
    return { items: await this.present(hasRole(actor, 'auditor', 'security') ? rows : rows.filter((row) => !CONFIDENTIAL.has(row.type) || row.actor === actor.id)) };
  }
  @Serves(api.events)
  events(@Input() { actor, request, response }: Call<typeof api.events>): Promise<void> { return this.parts.changes.serve(actor, request, response); }

  private async present(rows: readonly AuditRow[]): Promise<AuditEntry[]> {
    const refs = await PersonRefs.load(this.parts.people, rows.map((row) => row.actor));
    return rows.map((row) => {
      const { type: _type, at: _at, by: _by, ...detail } = row.payload;
      const reason = [detail['reason'], detail['comment'], detail['text'], detail['rationale']].find((text): text is string => typeof text === 'string' && text !== '') ?? null;
      const actor = refs.get(row.actor);
      return { id: row.id, at: row.at.toISOString(), actor: { id: row.actor, displayName: row.actor.startsWith('system:') ? { ja: `システム（${row.actor.slice(7)}）`, en: `System (${row.actor.slice(7)})` } : actor.displayName }, type: row.type, stream: { kind: row.stream_kind, id: row.stream_id }, reason, detail };
    });
  }
}
