import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ChangeFeed, Logger } from '@suimon/platform';
import type { Clock, DisplayConnector, UnitOfWork, WorkspaceCommands } from '@suimon/use-cases';
import type { DataSource } from 'typeorm';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { DesktopTicket, DesktopTickets } from '../workspaces/desktop-tickets.js';
import { pumpDisplay } from './display-pump.js';

/** Close codes the portal has sentences for. */
export const CLOSE = { entitlementEnded: 4001, workspaceStopped: 4002, ticketNotValid: 4003 } as const;
/** Entitlement is looked at again at least this often, besides on every change that is heard of (I17 asks for 60 s). */
const RECHECK_MS = 2000;
const MAX_MESSAGE_BYTES = 1024 * 1024;

export interface GatewayParts {
  readonly server: Server; readonly tickets: DesktopTickets; readonly workspaces: WorkspaceCommands; readonly displays: DisplayConnector; readonly unitOfWork: UnitOfWork; readonly clock: Clock;
  readonly feed: ChangeFeed; readonly dataSource: DataSource; readonly logger: Logger; readonly portalOrigin: string;
}
interface OpenDesktop { readonly ticket: DesktopTicket; readonly socket: WebSocket; readonly display: Duplex }

/** Terminates the browser's WebSocket and lets it reach one display, for as long as its person is entitled. */
export class DesktopGateway {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false, handleProtocols: (offered) => (offered.has('binary') ? 'binary' : false) });
  private readonly open = new Set<OpenDesktop>();
  private readonly timer = setInterval(() => { void this.recheckAll(); }, RECHECK_MS);
  private readonly unsubscribe: () => void;

  constructor(private readonly parts: GatewayParts) {
    parts.server.on('upgrade', (request, socket, head) => { void this.admit(request, socket, head).catch(() => socket.destroy()); });
    this.unsubscribe = parts.feed.onChange(() => { void this.recheckAll(); });
  }
  get openSessions(): number { return this.open.size; }

  /** The portal's own pages only, with a ticket that has not been used. A bad one is told by a close code the browser can read. */
  private async admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://gateway');
    if (url.pathname !== '/desktop' || request.headers.origin !== this.parts.portalOrigin) { socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n'); return; }
    const ticket = await this.parts.tickets.use(url.searchParams.get('ticket') ?? '');
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => { void this.connect(webSocket, ticket, request.socket.remoteAddress ?? null); });
  }

  private async connect(socket: WebSocket, ticket: DesktopTicket | null, ip: string | null): Promise<void> {
    if (!ticket) { socket.close(CLOSE.ticketNotValid, 'ticket-not-valid'); return; }
    if (!(await this.stillAllowed(ticket))) { socket.close(CLOSE.entitlementEnded, 'entitlement-ended'); return; }
    try {
      const display = await this.parts.displays.connect(ticket.workspaceId);
      const desktop: OpenDesktop = { ticket, socket, display };
      this.open.add(desktop);
      await this.note(ticket, 'session.desktop-opened', ip);
      pumpDisplay(socket, display, () => { void this.ended(desktop, ip); });
    } catch (error) {
      this.parts.logger.warn({ workspaceId: ticket.workspaceId, error: error instanceof Error ? error.message : String(error) }, 'display not reached');
      socket.close(CLOSE.workspaceStopped, 'workspace-stopped');
    }
  }

  private async ended(desktop: OpenDesktop, ip: string | null): Promise<void> {
    if (!this.open.delete(desktop)) return;
    desktop.socket.close(CLOSE.workspaceStopped, 'workspace-stopped');
    await this.note(desktop.ticket, 'session.desktop-closed', ip).catch((error: unknown) => this.parts.logger.error({ error: String(error) }, 'closing was not audited'));
  }

  private note(ticket: DesktopTicket, type: string, ip: string | null): Promise<void> {
    return this.parts.unitOfWork.run((tx) => tx.note('session', ticket.personId, { type, at: this.parts.clock.now(), by: ticket.personId, workspaceId: ticket.workspaceId }, { requestId: `desktop-${ticket.sessionRef}`, ip, sessionRef: ticket.sessionRef }));
  }

  /** Fail closed: when the question cannot be answered, the answer is no. */
  private async stillAllowed(ticket: DesktopTicket): Promise<boolean> {
    try {
      const [session] = await this.parts.dataSource.query<{ ok: boolean }[]>("SELECT EXISTS (SELECT FROM session WHERE left(encode(sha256(convert_to(sid, 'UTF8')), 'hex'), 24) = $1 AND expire > now() AND sess->'passport'->>'user' = $2) AS ok", [ticket.sessionRef, ticket.personId]);
      return session?.ok === true && (await this.parts.workspaces.mayShow(ticket.workspaceId, ticket.personId));
    } catch { return false; }
  }

  private async recheckAll(): Promise<void> {
    await Promise.all([...this.open].map(async (desktop) => {
      if (await this.stillAllowed(desktop.ticket)) return;
      desktop.socket.close(CLOSE.entitlementEnded, 'entitlement-ended');
      desktop.display.destroy();
    }));
  }

  close(): void {
    clearInterval(this.timer);
    this.unsubscribe();
    for (const { socket, display } of this.open) { socket.close(1001); display.destroy(); }
    this.sockets.close();
  }
}
