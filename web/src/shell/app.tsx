import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { startLanguage } from '../language/start-language.ts';
import { createQueryClient } from './query-client.ts';
import { createScreens } from './router.tsx';
import { colorVariables, schemeManager, theme } from './theme.ts';

const language = startLanguage();
// The guard of the route, asked anew, finds out that nobody is signed in and leads away.
const queryClient = createQueryClient(() => screens.invalidate());
const screens = createScreens(queryClient);

// Whoever uses a keyboard or a screen reader starts each screen at its beginning.
screens.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) document.getElementById('content')?.focus();
});

export function App() {
  return (
    <StrictMode>
      <I18nextProvider i18n={language}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={colorVariables}
          colorSchemeManager={schemeManager}
          defaultColorScheme="auto"
        >
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={screens} />
          </QueryClientProvider>
        </MantineProvider>
      </I18nextProvider>
    </StrictMode>
  );
}
