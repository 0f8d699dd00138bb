import type { Text } from '@sodate/journey/text';
import { TRPCClientError } from '@trpc/client';

interface ErrorData {
  readonly code?: string;
  readonly httpStatus?: number;
  readonly request?: { readonly text: Text; readonly field?: string; readonly lead?: string };
}

const words = {
  UNAUTHORIZED: { ja: 'サインインし直してください。', en: 'Please sign in again.' },
  FORBIDDEN: {
    ja: 'この操作をする権限がありません。管理者に頼んでください。',
    en: 'Your role does not allow this. Ask an administrator.',
  },
  TOO_MANY_REQUESTS: {
    ja: '続けて操作しすぎました。1分ほど待ってください。',
    en: 'Too many tries. Wait a minute.',
  },
  offline: {
    ja: 'サーバーにつながりません。動いているか確かめてください。',
    en: 'The server cannot be reached. Check that it is running.',
  },
  disconnected: {
    ja: 'インターネットにつながっていません。つながってから、もう一度試してください。',
    en: 'You are offline. Try again once you are connected.',
  },
  screen: {
    ja: 'この画面に不具合があります。読み込み直しても同じなら、管理者に伝えてください。',
    en: 'This screen has a fault. If loading it again does not help, tell an administrator.',
  },
  fault: {
    ja: 'サーバー側で問題が起きました。もう一度試してください。',
    en: 'Something failed on the server. Please try again.',
  },
} as const satisfies Record<string, Text>;

function dataOf(error: unknown): ErrorData | undefined {
  return error instanceof TRPCClientError ? ((error.data ?? undefined) as ErrorData | undefined) : undefined;
}

/** What went wrong, for the person, in both languages. */
export function readErrorText(error: unknown): Text {
  const data = dataOf(error);
  if (data?.request !== undefined) return data.request.text;
  if (data === undefined && !isUnreached(error)) return words.screen;
  if (data === undefined) return navigator.onLine ? words.offline : words.disconnected;
  return words[data.code as keyof typeof words] ?? words.fault;
}

/** Whether no answer came: to a question, or to a request for a file of the editor, which browsers word each in their way. */
function isUnreached(error: unknown): boolean {
  if (error instanceof TRPCClientError) return true;
  return (
    error instanceof Error &&
    /\bfetch\b|imported module|module script|load failed|preload css|networkerror/i.test(error.message)
  );
}

/** The place in the input that the error is about, where the server names one. */
export function readErrorField(error: unknown): string | undefined {
  return dataOf(error)?.request?.field;
}

/** The lead that stands in the way of a request, where one does. */
export function readErrorLead(error: unknown): string | undefined {
  return dataOf(error)?.request?.lead;
}

/** True where another try could go better: no answer, or a fault of the server. */
export function isWorthRetrying(error: unknown): boolean {
  const status = dataOf(error)?.httpStatus;
  return status === undefined || status >= 500;
}

export function isSignedOut(error: unknown): boolean {
  return dataOf(error)?.code === 'UNAUTHORIZED';
}

/** True where another person has changed the same thing meanwhile. */
export function isConflict(error: unknown): boolean {
  return dataOf(error)?.code === 'CONFLICT';
}
