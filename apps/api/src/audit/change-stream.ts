import type { ChangeNotice } from '@suimon/contracts';
import { hasRole } from '@suimon/domain';
import type { PersonActor } from '@suimon/domain';
import type { PeopleQueries, RecordQueries } from '@suimon/persistence';
import type { Change, ChangeFeed } from '@suimon/platform';
import type { Request, Response } from 'express';

const HEARTBEAT_MS = 20_000;

/** Server-sent change notices: ids of what changed and may be seen, nothing else. The browser reads the record again. */
export class ChangeStream {
  constructor(private readonly feed: ChangeFeed, private readonly records: RecordQueries, private readonly people: PeopleQueries) {}

  async serve(actor: PersonActor, request: Request, response: Response): Promise<void> {
    response.status(200).set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    const send = (notice: ChangeNotice): void => { response.write(`data: ${JSON.stringify(notice)}\n\n`); };
    const stop = this.feed.onChange((change) => { void this.forward(actor, change, send).catch(() => undefined); });
    const heartbeat = setInterval(() => { void this.beat(actor, response); }, HEARTBEAT_MS);
    response.write(': connected\n\n');
    await new Promise<void>((resolve) => { request.on('close', resolve); response.on('close', resolve); });
    clearInterval(heartbeat);
    stop();
  }

  private async forward(actor: PersonActor, change: Change, send: (notice: ChangeNotice) => void): Promise<void> {
    if (change.kind === 'transfer' && hasRole(actor, 'steward') && (await this.records.isUnderBlindReview(change.id))) return;
    if (change.kind === 'all') { send({ kind: 'inbox', id: actor.id }); return; }
    if (!(await this.records.sees(actor, change.kind, change.id))) { send({ kind: 'inbox', id: actor.id }); return; }
    send({ kind: change.kind as ChangeNotice['kind'], id: change.id });
    send({ kind: 'inbox', id: actor.id });
  }

  /** Keeps proxies awake, and ends the stream of somebody suspended meanwhile. */
  private async beat(actor: PersonActor, response: Response): Promise<void> {
    const person = await this.people.byId(actor.id).catch(() => null);
    if (person?.status === 'suspended') response.end();
    else response.write(': beat\n\n');
  }
}
