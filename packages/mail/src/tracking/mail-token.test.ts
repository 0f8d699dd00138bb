import { asId } from '@sodate/journey/id';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MailTokenKind, readMailToken, signMailToken, type TrackingKeys } from './mail-token.ts';

const keys: TrackingKeys = new Map([
  [1, 'the first key'],
  [2, 'the second key'],
]);
const token = { kind: 'click', sentMail: asId<'sent-mail'>('0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'), link: 7 } as const;

describe('a token of a mail', () => {
  it('says what was signed, for every mail, link and kind', () => {
    const kinds: MailTokenKind[] = ['open', 'click', 'unsubscribe'];
    const tokens = fc.record({
      kind: fc.constantFrom(...kinds),
      sentMail: fc.uuid().map((uuid) => asId<'sent-mail'>(uuid)),
      link: fc.integer({ min: 0, max: 65_535 }),
    });
    fc.assert(
      fc.property(tokens, (one) => {
        expect(readMailToken({ keys, text: signMailToken({ keys, token: one }), kind: one.kind })).toEqual(one);
      }),
    );
  });

  it('is short, fits a URL and shows no address', () => {
    expect(signMailToken({ keys, token })).toMatch(/^[\w-]{43}$/);
  });

  it('is believed after a new key has come, and not after its key has gone', () => {
    const old = signMailToken({ keys: new Map([[1, 'the first key']]), token });
    expect(readMailToken({ keys, text: old, kind: 'click' })).toEqual(token);
    expect(readMailToken({ keys: new Map([[2, 'the second key']]), text: old, kind: 'click' })).toBeUndefined();
  });
});

describe('a forged token', () => {
  const text = signMailToken({ keys, token });

  it('is refused whichever letter is changed', () => {
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at] === 'A' ? 'B' : 'A';
      const forged = text.slice(0, at) + letter + text.slice(at + 1);
      expect(readMailToken({ keys, text: forged, kind: 'click' }), `letter ${at}`).toBeUndefined();
    }
  });

  it('is refused for another kind than it was made for', () => {
    expect(readMailToken({ keys, text, kind: 'unsubscribe' })).toBeUndefined();
  });

  it('is refused whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (other) => {
        expect(readMailToken({ keys, text: other, kind: 'click' })).toBeUndefined();
      }),
    );
  });

  it('is refused with another key', () => {
    expect(readMailToken({ keys: new Map([[2, 'guessed']]), text, kind: 'click' })).toBeUndefined();
  });
});
