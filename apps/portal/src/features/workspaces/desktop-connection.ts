import { endpoints } from '@suimon/contracts';
import type RFB from '@novnc/novnc';
import { call } from '../../lib/api.js';
import { codeOf } from '../../lib/problem-error.js';

/** Why a session is over for good. */
export type DesktopEnd = 'entitlement-ended' | 'workspace-stopped' | 'signed-out' | 'not-yours' | 'gave-up';
export type DesktopPhase = { readonly name: 'connecting' } | { readonly name: 'connected' } | { readonly name: 'waiting'; readonly seconds: number } | { readonly name: 'ended'; readonly why: DesktopEnd };

/** Close codes of the desktop gateway. 4003 (ticket not valid) is cured by a new ticket. */
const ENDS: Readonly<Record<number, DesktopEnd>> = { 4001: 'entitlement-ended', 4002: 'workspace-stopped' };
const REFUSALS: Readonly<Record<string, DesktopEnd>> = { 'workspace-not-ready': 'workspace-stopped', 'not-found': 'workspace-stopped', 'not-permitted': 'not-yours', 'sign-in-required': 'signed-out', 'second-factor-required': 'signed-out' };
const BACK_OFF_SECONDS = [1, 2, 4, 8, 15, 30, 30, 30] as const;

const socketAddress = (url: string): string => {
  const address = new URL(url, window.location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  return address.href;
};

interface Setting { readonly workspaceId: string; readonly target: HTMLElement; readonly label: () => string; readonly report: (phase: DesktopPhase) => void }

/** Keeps one desktop on screen: a fresh ticket for each connection, back-off between them, an end when the gateway says so. */
export class DesktopConnection {
  private rfb: RFB | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private closed = false;
  constructor(private readonly setting: Setting) {}

  async open(): Promise<void> {
    clearTimeout(this.retry);
    if (this.closed || this.rfb) return;
    this.setting.report({ name: 'connecting' });
    try {
      const [{ default: Viewer }, ticket] = await Promise.all([import('@novnc/novnc'), call(endpoints.workspaces.desktopTicket, { params: { id: this.setting.workspaceId }, body: {} })]);
      if (!this.closed && !this.rfb) this.show(Viewer, ticket.url);
    } catch (error) {
      const end = REFUSALS[codeOf(error) ?? ''];
      if (end) this.end(end); else this.wait();
    }
  }
  /** Tries at once, as if for the first time. */
  openNow(): void {
    this.failures = 0;
    void this.open();
  }
  focus(): void { this.rfb?.focus({ preventScroll: true }); }
  blur(): void { this.rfb?.blur(); }
  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    this.rfb?.disconnect();
    this.rfb = null;
  }

  private show(Viewer: typeof RFB, url: string): void {
    const socket = new WebSocket(socketAddress(url));
    socket.addEventListener('close', ({ code }) => this.lost(code));
    const rfb = new Viewer(this.setting.target, socket, { shared: true });
    this.rfb = rfb;
    rfb.scaleViewport = true;
    rfb.resizeSession = true;
    rfb.background = 'transparent';
    rfb.qualityLevel = 8;
    rfb.addEventListener('connect', () => this.connected());
    // The desktop itself asks for no password; whoever asks for one is not it.
    rfb.addEventListener('credentialsrequired', () => rfb.disconnect());
  }
  private connected(): void {
    this.failures = 0;
    const canvas = this.setting.target.querySelector('canvas');
    canvas?.setAttribute('tabindex', '0');
    canvas?.setAttribute('role', 'application');
    canvas?.setAttribute('aria-label', this.setting.label());
    this.setting.report({ name: 'connected' });
    this.focus();
  }
  private lost(code: number): void {
    this.rfb = null;
    if (this.closed) return;
    const end = ENDS[code];
    if (end) this.end(end); else this.wait();
  }
  private wait(): void {
    if (this.closed) return;
    const seconds = BACK_OFF_SECONDS[this.failures];
    if (seconds === undefined) return this.end('gave-up');
    this.failures += 1;
    this.setting.report({ name: 'waiting', seconds });
    this.retry = setTimeout(() => void this.open(), seconds * 1000);
  }
  private end(why: DesktopEnd): void { this.setting.report({ name: 'ended', why }); }
}
