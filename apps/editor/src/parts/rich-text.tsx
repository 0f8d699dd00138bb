import { Fragment } from 'react';

/** A text whose `<b>…</b>` parts are strong; nothing else in it is markup. */
export function RichText({ text }: { text: string }) {
  return text.split(/<b>(.*?)<\/b>/).map((part, place) => {
    const key = `${place} ${part}`;
    return place % 2 === 1 ? <b key={key}>{part}</b> : <Fragment key={key}>{part}</Fragment>;
  });
}
