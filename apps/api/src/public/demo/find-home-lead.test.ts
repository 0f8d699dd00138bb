import { describe, expect, it } from 'vitest';
import { findHomeLead } from './find-home-lead.ts';

const english = { 'accept-language': 'en-GB,en;q=0.9' };
const japanese = { 'accept-language': 'ja,en;q=0.5' };
const lead = ({ url = '/demo', ...headers }: { url?: string; cookie?: string; 'accept-language'?: string }) =>
  findHomeLead({ url, headers, served: url.startsWith('/demo/en') ? 'en' : 'ja' });

describe('findHomeLead', () => {
  it('opens in the language of the browser', () => {
    expect(lead(english)).toEqual({ language: 'en', address: '/demo/en' });
    expect(lead(japanese)).toBeUndefined();
  });

  it('follows a link that names the language, whatever the browser asks for', () => {
    expect(lead({ url: '/demo?language=ja', ...english })).toEqual({ language: 'ja', address: '/demo' });
    expect(lead({ url: '/demo?language=en', ...japanese })).toEqual({ language: 'en', address: '/demo/en' });
  });

  it('stays in the language that was chosen', () => {
    expect(lead({ cookie: 'a=1; sodate-demo-language=ja', ...english })).toBeUndefined();
    expect(lead({ cookie: 'sodate-demo-language=en', ...japanese })).toMatchObject({ language: 'en' });
  });

  it('takes the language of the product before that of the browser', () => {
    expect(lead({ cookie: 'sodate-language=ja', ...english })).toBeUndefined();
  });

  it('leaves the English address English', () => {
    expect(lead({ url: '/demo/en', cookie: 'sodate-demo-language=ja', ...japanese })).toBeUndefined();
  });

  it('keeps what else the address bears, such as who followed a link in a mail', () => {
    expect(lead({ url: '/demo?sid=a1&utm_source=mail', ...english })?.address).toBe('/demo/en?sid=a1&utm_source=mail');
  });
});
