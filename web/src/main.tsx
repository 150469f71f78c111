// For machines without a Chinese font of their own; fetched only where a page shows Chinese.
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
import './shell/mantine-styles.ts';
import './shell/tokens.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';

// Schemas try eval when they are made, which the content policy forbids and reports. So none
// is made before this, and the workbench comes in by an import of its own.
z.config({ jitless: true });
const { App } = await import('./shell/app.tsx');

createRoot(document.getElementById('root')!).render(<App />);
