import { Client, type ClientOptions } from 'minio';
import { storeAgent } from './store.agent.js';

/** How an object store is reached, and as whom. */
export interface S3Access {
  /** `unix:/path/of.sock`, `http://host:port` or `https://host[:port]`. */
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region?: string;
}

const SILENCE_MS = 60_000;

function place(endpoint: string): Pick<ClientOptions, 'endPoint' | 'port' | 'useSSL'> {
  if (endpoint.startsWith('unix:')) return { endPoint: 'localhost', useSSL: false };
  const url = new URL(endpoint);
  const useSSL = url.protocol === 'https:';
  return { endPoint: url.hostname, useSSL, port: url.port === '' ? (useSSL ? 443 : 80) : Number(url.port) };
}

/** A client that neither waits for ever nor retries by itself: a job is retried as a whole, and its row says so. */
export const s3Client = (access: S3Access, silenceMs = SILENCE_MS): Client => new Client({
  ...place(access.endpoint), transportAgent: storeAgent(access.endpoint, silenceMs), pathStyle: true, retryOptions: { disableRetry: true },
  region: access.region ?? 'us-east-1', accessKey: access.accessKey, secretKey: access.secretKey,
});
