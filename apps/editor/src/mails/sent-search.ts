/** `?sent=…`: the mail that is read over the page, so that Back closes it and the address leads to it. */
export interface SentSearch {
  readonly sent?: string;
}

export function readSentSearch({ sent }: Record<string, unknown>): SentSearch {
  return typeof sent === 'string' && sent !== '' ? { sent } : {};
}
