/** The task queue of the bare timers. */
export const timersQueue = 'timers';
