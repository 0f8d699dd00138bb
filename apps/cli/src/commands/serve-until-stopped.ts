/**
 * Keeps a started process going until SIGINT, SIGTERM, or the end of the parent that supervises it; then closes it.
 * Tells that parent that it is ready.
 */
export async function serveUntilStopped({ close }: { close: () => Promise<void> }): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    if (process.channel) process.once('disconnect', () => resolve());
  });
  process.send?.('ready');
  await asked;
  await close();
  if (process.connected) process.disconnect();
}
