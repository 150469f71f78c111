import {
  type CSSVariablesResolver,
  createTheme,
  localStorageColorSchemeManager,
} from '@mantine/core';

/** The key is also known to `public/first-paint.js`. */
export const schemeManager = localStorageColorSchemeManager({ key: 'spinemed.scheme' });

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif';

export const theme = createTheme({
  primaryColor: 'spine',
  primaryShade: { light: 7, dark: 7 },
  fontFamily: sans,
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Noto Sans Mono", monospace',
  headings: { fontFamily: sans, fontWeight: '600' },
  fontWeights: { medium: '500', bold: '600' },
  defaultRadius: 'sm',
  radius: { sm: '0.4375rem', md: '0.625rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // The fourth shades draw the borders of fields, which must stand out 3:1.
  colors: {
    spine: [
      '#e8f6f7',
      '#cdebee',
      '#9ed7dd',
      '#6bc0c9',
      '#43acb7',
      '#259aa7',
      '#138592',
      '#0d717d',
      '#0b5f6a',
      '#084952',
    ],
    gray: [
      '#f6f8f9',
      '#eef2f4',
      '#e3e9ed',
      '#d5dde3',
      '#82929e',
      '#788994',
      '#6f818e',
      '#475965',
      '#2a3a45',
      '#14212b',
    ],
    dark: [
      '#e3ebf1',
      '#b4c2cd',
      '#8fa0ad',
      '#6d7f8d',
      '#61727f',
      '#25313b',
      '#1c262f',
      '#141c23',
      '#10171d',
      '#0c1217',
    ],
  },
});

/** Mantine's own colours by way of ours, so that there is one palette. */
const ours = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--fault-ink)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
};

export const colorVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: ours,
  dark: ours,
});
