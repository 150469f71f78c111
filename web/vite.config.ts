import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const workbench = 'http://127.0.0.1:4411';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Pictures and fonts stay files: the content policy names this origin, not data addresses.
    assetsInlineLimit: 0,
  },
  // `./spinemed up` in one terminal, Vite with hot reload in another.
  server: {
    fs: { allow: ['..'] },
    proxy: { '/api': { target: workbench, headers: { origin: workbench } } },
  },
});
