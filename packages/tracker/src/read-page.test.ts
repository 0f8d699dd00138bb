import { describe, expect, it } from 'vitest';
import { type Control, clickToken, formFields, withoutToken } from './read-page.ts';

const control = (given: Partial<Control>): Control => ({
  name: 'name',
  type: 'text',
  value: 'x',
  disabled: false,
  dataset: {},
  ...given,
});
const fill = (...controls: Partial<Control>[]) => formFields({ elements: controls.map(control) });

describe('the token of a mail link', () => {
  it('is read from the address and stripped from it, and nothing else is', () => {
    const url = 'https://aoba.example/a?utm_source=mail&sodate_click=T0k-_n&x=1#part';
    expect(clickToken(url)).toBe('T0k-_n');
    expect(withoutToken(url)).toBe('https://aoba.example/a?utm_source=mail&x=1#part');
  });

  it('leaves an address without token exactly as it was', () => {
    const url = 'https://aoba.example/a?q=a%20b+c&&';
    expect(clickToken(url)).toBeUndefined();
    expect(withoutToken(url)).toBe(url);
  });
});

describe('what is taken from a form', () => {
  it('is what was filled in, by name', () => {
    const { fields } = fill({ name: 'email', value: 'a@b.example' }, { name: 'note', value: '' }, { name: '' });
    expect(fields).toEqual({ email: 'a@b.example' });
  });

  it('goes with what each field is called on the page; a box is called by its answer alone', () => {
    const { labels } = fill(
      { name: 'message', labels: [{ textContent: 'いま困っていること' }] },
      { name: 'left-out', value: '', labels: [{ textContent: '部署' }] },
      { name: 'topic', type: 'radio', checked: true, labels: [{ textContent: '在庫' }] },
    );
    expect(labels).toEqual({ message: 'いま困っていること' });
  });

  it('is never secret', () => {
    const secrets = ['password', 'hidden', 'file', 'submit'].map((type) => ({ type, name: type }));
    const cards = [
      { autocomplete: 'cc-number' },
      { autocomplete: 'current-password' },
      { dataset: { sodateSkip: '' } },
    ];
    expect(fill(...secrets, ...cards, { disabled: true }).fields).toEqual({});
  });

  it('is only what was chosen, all of it', () => {
    const box = { type: 'checkbox', name: 'topic' };
    const chosen = fill({ ...box, value: 'stock', checked: true }, { ...box, value: 'price', checked: true }, box);
    expect(chosen.fields).toEqual({ topic: 'stock, price' });
  });

  it('holds consent apart, with the words agreed to, and only where it was given', () => {
    const box = {
      type: 'checkbox',
      dataset: { sodateConsent: 'marketing' },
      labels: [{ textContent: '案内を受け取る' }],
    };
    expect(fill({ ...box, checked: true })).toEqual({
      fields: {},
      labels: {},
      consents: [{ topic: 'marketing', wording: '案内を受け取る' }],
    });
    expect(fill(box).consents).toEqual([]);
  });
});
