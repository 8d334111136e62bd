import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

const VALID_SECONDS = 60;
const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('hex');
export interface DesktopTicket { readonly workspaceId: string; readonly personId: string; readonly sessionRef: string }

/** Single-use tickets that carry a person from the portal to the gateway. Only their hash is stored. */
export class DesktopTickets {
  constructor(private readonly dataSource: DataSource) {}

  async issue(ticket: DesktopTicket): Promise<{ secret: string; expiresAt: string }> {
    const secret = randomBytes(32).toString('base64url');
    const [row] = await this.dataSource.query<{ expires_at: Date }[]>('INSERT INTO desktop_ticket (hash, workspace_id, person_id, session_ref, expires_at) VALUES ($1,$2,$3,$4, now() + make_interval(secs => $5)) RETURNING expires_at', [hashOf(secret), ticket.workspaceId, ticket.personId, ticket.sessionRef, VALID_SECONDS]);
    if (!row) throw new Error('ticket was not stored');
    return { secret, expiresAt: row.expires_at.toISOString() };
  }
  /** The ticket, once; null for an unknown, used or expired one. */
  async use(secret: string): Promise<DesktopTicket | null> {
    const [rows] = await this.dataSource.query<[{ workspace_id: string; person_id: string; session_ref: string }[], number]>('UPDATE desktop_ticket SET used_at = now() WHERE hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING workspace_id, person_id, session_ref', [hashOf(secret)]);
    const [row] = rows;
    return row ? { workspaceId: row.workspace_id, personId: row.person_id, sessionRef: row.session_ref } : null;
  }
  async removeOld(): Promise<void> { await this.dataSource.query("DELETE FROM desktop_ticket WHERE expires_at < now() - interval '1 day'"); }
}
