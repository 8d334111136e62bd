import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lighterPackages, woff2Only } from './build-plugins/first-load.js';

export default defineConfig({
  plugins: [lighterPackages, woff2Only, react()],
  resolve: { conditions: ['@suimon/source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2023', outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, sourcemap: false, chunkSizeWarningLimit: 600 },
  server: { port: 5173, proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
});
