import { useMantineColorScheme } from '@mantine/core';
import { useCallback } from 'react';

/** Switches the colours on this machine at once. */
export function useColourScheme(): (scheme: 'auto' | 'light' | 'dark') => void {
  const { setColorScheme } = useMantineColorScheme();
  return useCallback((scheme) => setColorScheme(scheme), [setColorScheme]);
}
