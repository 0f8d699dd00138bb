const worded: Readonly<Record<string, string>> = {
  'Maximum call stack size exceeded': 'nested too deeply',
  'template render limit exceeded': 'it took too long',
};

/** Liquid's message without the place, which we tell apart; what it cannot say itself in words. */
export function liquidReason(message: string): string {
  const reason = message.replace(/, (?:file:.*, )?line:\d+, col:\d+$/, '');
  return worded[reason] ?? reason;
}
