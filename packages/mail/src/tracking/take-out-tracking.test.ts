import { asId } from '@sodate/journey/id';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailLinks } from './mail-links.ts';
import { readMailTokenUnproven } from './mail-token.ts';
import { takeOutTracking } from './take-out-tracking.ts';

const sentMail = asId<'sent-mail'>('0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b');
const another = asId<'sent-mail'>('0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c');
const keys = new Map([[1, 'a key that may be gone by now']]);
const own = mailLinks({ publicUrl: 'https://then.example', keys, sentMail });
const links = [
  { number: 0, target: 'https://aoba.example/guide?a=1&b=2' },
  { number: 1, target: 'https://aoba.example/"><script>' },
];
const reread = (html: string) => takeOutTracking({ html, links, sentMail });

describe('a sent mail that is read again', () => {
  it('holds no image that tells of the opening, and keeps its pictures', () => {
    const html = `<p>棚卸</p><img src="https://aoba.example/a.png"><img src="${own.pixelUrl}" width="1" height="1"></body>`;
    expect(reread(html)).toBe('<p>棚卸</p><img src="https://aoba.example/a.png"></body>');
  });

  it('leads straight to the targets of its links, each with its own', () => {
    const html = `<a style="color:red" href="${own.linkUrl({ number: 0 })}">x</a><a href='${own.linkUrl({ number: 1 })}'>y</a>`;
    expect(reread(html)).toBe(
      '<a style="color:red" href="https://aoba.example/guide?a=1&amp;b=2">x</a>' +
        '<a href="https://aoba.example/&quot;&gt;&lt;script&gt;">y</a>',
    );
  });

  it('cannot be unsubscribed from, by a link or by an address written out', () => {
    const html = `<a href="${own.unsubscribeUrl}" style="x">配信を停止する</a> ${own.unsubscribeUrl}`;
    expect(reread(html)).toBe('<a style="x">配信を停止する</a> …');
  });

  it('leads nowhere where the target was not kept', () => {
    expect(reread(`<a href="${own.linkUrl({ number: 9 })}">x</a>`)).toBe('<a>x</a>');
  });

  it('leaves links of others, and another mail’s that was quoted in it, as they are', () => {
    const { unsubscribeUrl } = mailLinks({ publicUrl: 'https://then.example', keys, sentMail: another });
    const html = `<!doctype html><a href="https://x.example/m/o/short">x</a><a href="${unsubscribeUrl}">y</a><br>1 &lt; 2`;
    expect(reread(html)).toBe(html);
  });

  it('holds no token of its own, wherever they stood', () => {
    const urls = fc.constantFrom(
      own.pixelUrl,
      own.unsubscribeUrl,
      own.linkUrl({ number: 0 }),
      own.linkUrl({ number: 7 }),
    );
    const around = fc.constantFrom(
      ['<a href="', '">x</a>'],
      ['<img alt=x src="', '">'],
      ["<td background='", "'>"],
      ['<style>p{background:url(', ')}</style>'],
      ['<p>', '</p>'],
      ['<!-- ', ' -->'],
    );
    const parts = fc.array(fc.tuple(around, urls).map(([[before, after], url]) => `${before}${url}${after}`));
    fc.assert(
      fc.property(parts, (html) => {
        const found = reread(html.join('\n')).match(/[\w-]{43}/g) ?? [];
        expect(found.filter((text) => readMailTokenUnproven(text) !== undefined)).toEqual([]);
      }),
    );
  });
});
