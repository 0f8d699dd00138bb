/** What a log keeps of an error. */
export interface DescribedFault {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

const mostDepth = 4;

/**
 * An error for the log, without what people typed: of a failed query its cause (its own message holds the parameters),
 * never PostgreSQL's `detail`, which holds values; addresses that a mail server repeats are masked.
 */
export function describeFault(error: unknown): DescribedFault {
  if (!(error instanceof Error)) return { name: 'fault', message: maskAddresses(String(error)) };
  const root = rootOf(error);
  const code = 'code' in root && typeof root.code === 'string' ? { code: root.code } : {};
  const stack = root.stack === undefined ? {} : { stack: maskAddresses(root.stack) };
  return { name: root.name, message: maskAddresses(root.message), ...code, ...stack };
}

/** "mari@example.jp" → "…@…". A package's folder in a stack, ".../@sodate/nodes", is no address. */
export function maskAddresses(text: string): string {
  return text.replace(/[^\s<>"'(),;:=]*[^\s<>"'(),;:=/]@[^\s<>"'(),;:=]+/g, '…@…');
}

function rootOf(error: Error): Error {
  let root = error;
  for (let depth = 0; depth < mostDepth && root.cause instanceof Error; depth++) root = root.cause;
  return root;
}

/** For pino: however an error is named in a line, it is described the same. */
export const faultSerializers = { error: describeFault, err: describeFault } as const;
