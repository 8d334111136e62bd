export * from './config/environment.js';
export * from './config/policy-files.js';
export * from './system.js';
export * from './logger.js';
export * from './change-feed.js';
