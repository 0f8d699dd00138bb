import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useLayoutEffect } from 'react';
import { LanguageProvider } from './language/language-provider.tsx';
import { Toasts } from './parts/toasts.tsx';
import { SupposedWidth } from './parts/use-is-wide.ts';
import type { Router } from './router.ts';
import { queryClient } from './server/query-client.ts';
import { SessionProvider } from './server/session-provider.tsx';
import { colourSchemes, mapTokens, theme } from './theme/theme.ts';

/** The whole editor, at the address where its router stands. Effects run only in a browser: `onDrawn` says that it is there. */
export function App({ router, wide = true, onDrawn }: { router: Router; wide?: boolean; onDrawn?: () => void }) {
  useLayoutEffect(() => onDrawn?.(), [onDrawn]);
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={mapTokens}
        colorSchemeManager={colourSchemes}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queryClient}>
          <LanguageProvider>
            <SessionProvider>
              <SupposedWidth value={wide}>
                <RouterProvider router={router} />
              </SupposedWidth>
              <Toasts />
            </SessionProvider>
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
