import { expect, it } from 'vitest';
import { readCategory, wordCategory } from './category-titles.ts';

it('calls what came with the product by its title in either language, and anything else as it was typed', () => {
  expect(wordCategory('料金')).toEqual({ ja: '料金', en: 'Pricing' });
  expect(wordCategory('Pricing')).toEqual({ ja: '料金', en: 'Pricing' });
  expect(wordCategory('展示会')).toEqual({ ja: '展示会', en: '展示会' });
});

it('keeps one category for all, in whichever language it is chosen', () => {
  expect(readCategory({ typed: 'Pricing', among: ['料金', '展示会'] })).toBe('料金');
  expect(readCategory({ typed: '料金', among: ['料金'] })).toBe('料金');
  expect(readCategory({ typed: 'Pricing', among: ['展示会'] })).toBe('Pricing');
  expect(readCategory({ typed: 'Trade fairs', among: ['料金'] })).toBe('Trade fairs');
});
