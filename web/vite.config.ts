import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The map view must be there fast: React, MapLibre and deck.gl each get a file that the browser may keep;
// ECharts and the data pages are imported lazily and fall into files of their own.
function chunkOf(id: string): string | undefined {
  if (/node_modules\/(react|react-dom|scheduler)\//.test(id)) return 'react';
  if (/node_modules\/(@deck\.gl|@luma\.gl|@math\.gl|@loaders\.gl|@probe\.gl)\//.test(id)) return 'deck';
  if (/node_modules\/(echarts|zrender)\//.test(id)) return 'charts';
  return undefined;
}

const server = process.env.DOSI_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  base: './',
  plugins: [react()],
  server: { host: '127.0.0.1', proxy: { '/api': server, '/collections': server } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: { output: { manualChunks: chunkOf } },
  },
  test: { include: ['test/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0]);
