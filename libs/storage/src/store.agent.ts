import http from 'node:http';
import https from 'node:https';
import { connect, type NetConnectOpts, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

type Connected = Duplex | null | undefined;
type OnConnect = (error: Error | null, stream: Duplex) => void;

/** Ends a connection on which nothing moves: the S3 client sets no limit and would wait for ever. */
function endWhenSilent<Connection extends Connected>(connection: Connection, silenceMs: number): Connection {
  if (connection instanceof Socket) connection.setTimeout(silenceMs, () => connection.destroy(new Error(`the object store was silent for ${silenceMs / 1000} s`)));
  return connection;
}

class UnixAgent extends http.Agent {
  constructor(private readonly path: string, private readonly silenceMs: number) { super({ keepAlive: false, timeout: silenceMs }); }
  override createConnection(): Connected { return endWhenSilent(connect(this.path), this.silenceMs); }
}
class PlainAgent extends http.Agent {
  constructor(private readonly silenceMs: number) { super({ keepAlive: true, timeout: silenceMs }); }
  override createConnection(options: NetConnectOpts, onConnect?: OnConnect): Connected { return endWhenSilent(super.createConnection(options, onConnect), this.silenceMs); }
}
class TlsAgent extends https.Agent {
  constructor(private readonly silenceMs: number) { super({ keepAlive: true, timeout: silenceMs }); }
  override createConnection(options: https.RequestOptions, onConnect?: OnConnect): Connected { return endWhenSilent(super.createConnection(options, onConnect), this.silenceMs); }
}

/** The agent for `unix:/path`, `http://` or `https://`. A unix socket is cheap to open, so none is kept. */
export function storeAgent(endpoint: string, silenceMs: number): http.Agent {
  if (endpoint.startsWith('unix:')) return new UnixAgent(endpoint.slice('unix:'.length), silenceMs);
  return endpoint.startsWith('https:') ? new TlsAgent(silenceMs) : new PlainAgent(silenceMs);
}
