/** The server draws a first screen, before any browser has it: there is no window, nothing is kept, and no effect runs. */
export const onServer = typeof window === 'undefined';
