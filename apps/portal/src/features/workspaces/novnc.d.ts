/** The part of noVNC that the desktop uses. Clipboard calls are left out on purpose: nothing here may reach for them. */
declare module '@novnc/novnc' {
  export default class RFB {
    constructor(target: HTMLElement, channel: WebSocket, options?: { shared?: boolean });
    scaleViewport: boolean;
    resizeSession: boolean;
    focusOnClick: boolean;
    background: string;
    qualityLevel: number;
    compressionLevel: number;
    focus(options?: FocusOptions): void;
    blur(): void;
    disconnect(): void;
    addEventListener(type: 'connect' | 'disconnect' | 'securityfailure' | 'credentialsrequired', listener: (event: CustomEvent) => void): void;
  }
}
