const pollMs = 50;

/** A moment until a bench looks again. */
export function pause(spanMs = pollMs): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, spanMs));
}
