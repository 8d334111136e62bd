import type { ProcessUser } from './sandbox.js';

const own = (id: number): ProcessUser => ({ uid: id, gid: id });

/**
 * Numeric users that have no account. 60578–61183 is the range that systemd's own list of uids leaves unused,
 * so nothing else on a Debian machine runs as one of these.
 */
export const OBJECT_STORE_USER = own(61_001);
export const API_USER = own(61_011);
export const GATEWAY_USER = own(61_012);
export const WORKER_USER = own(61_013);
