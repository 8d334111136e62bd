import pino from 'pino';

/** One JSON line an event, without file contents, personal data or secrets. */
export const makeLogger = (process: string, level: string) => pino({ name: process, level, redact: { paths: ['*.password', '*.code', '*.secret', '*.ticket', 'req.headers.cookie'], remove: true } });
export type Logger = ReturnType<typeof makeLogger>;
