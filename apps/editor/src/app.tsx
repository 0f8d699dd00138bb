import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useLayoutEffect } from 'react';
import { LanguageProvider } from './language/language-provider.tsx';
import { Toasts } from './parts/toasts.tsx';
import { SupposedWidth } from './parts/use-is-wide.ts';
import type { Router } from './router.ts';
import { queryClient } from './server/query-client.ts';
import { SessionProvider } from './server/session-provider.tsx';
import { colourSchemes, mapTokens, theme } from './theme/theme.ts';

export interface AppProps {
  readonly router: Router;
  readonly wide?: boolean;
  /** It is on the page. Not called on a server, which has no effects. */
  readonly onDrawn?: () => void;
  /** Every part of it listens, to keys too. */
  readonly onListening?: () => void;
}

/** The whole editor, at the address where its router stands. */
export function App({ router, wide = true, onDrawn, onListening }: AppProps) {
  useLayoutEffect(() => onDrawn?.(), [onDrawn]);
  useEffect(() => onListening?.(), [onListening]);
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
