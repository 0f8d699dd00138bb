import type { IncomingMessage } from 'node:http';

/** A longer answer is cut off, its connection with it. */
const mostAnswerBytes = 64 * 1024;

/** Enough for the letters below, whatever they are written in. */
const mostKeptBytes = 2 * 1024;

const mostLetters = 200;

/** The words are a help, not what is waited for: whoever writes them slowly is cut short. */
const patienceMs = 1_000;

/**
 * Drains an answer, so that its connection can serve again, and gives the first 200 letters of what it says, in one
 * line. Empty where it says nothing to a person: a page, or no text at all.
 */
export function readRefusal(response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const tell = () => resolve(wordAnswer(Buffer.concat(parts)));
    const late = setTimeout(tell, patienceMs);
    response.on('error', () => {});
    response.on('data', (part: Buffer) => {
      if (bytes < mostKeptBytes) parts.push(part.subarray(0, mostKeptBytes - bytes));
      bytes += part.length;
      if (bytes >= mostKeptBytes) tell();
      if (bytes > mostAnswerBytes) response.destroy();
    });
    response.on('close', () => {
      clearTimeout(late);
      tell();
    });
  });
}

function wordAnswer(bytes: Buffer): string {
  const text = bytes.toString('utf8').replace(/\uFFFD{1,3}$/, '');
  // What cannot be read as UTF-8 is no text, or one in letters that we do not know.
  if (text.includes('\uFFFD') || /^\s*</.test(text)) return '';
  // Signs that are not seen could turn around or break what stands beside them.
  const line = [...text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()];
  return line.length > mostLetters ? `${line.slice(0, mostLetters).join('').trimEnd()}…` : line.join('');
}
