import { useMediaQuery } from '@mantine/hooks';
import { createContext, use } from 'react';

/** Where no window can be measured: what the server supposes of the one it draws for. */
export const SupposedWidth = createContext(true);

/** The windows that have room for more than a phone's. */
export const wideWindow = '(min-width: 768px)';

/** Whether the window has room for more than a phone's. */
export function useIsWide(): boolean {
  return useMediaQuery(wideWindow, use(SupposedWidth), { getInitialValueInEffect: false });
}
