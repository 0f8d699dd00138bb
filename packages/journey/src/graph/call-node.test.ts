import { describe, expect, it } from 'vitest';
import { callNode } from './call-node.ts';

const config = { mail: 'm1' };
const type = { ja: 'メールを送る', en: 'Send email' };

describe('a node in a list', () => {
  it('is called by its own title', () => {
    expect(callNode({ node: { title: '案内', config }, type, summary: { ja: '資料', en: 'Guide' } })).toEqual({
      ja: '案内',
      en: '案内',
    });
  });

  it('is told apart from others of its type by what its card says', () => {
    expect(callNode({ node: { config }, type, summary: { ja: '資料', en: 'Guide' } })).toEqual({
      ja: 'メールを送る（資料）',
      en: 'Send email (Guide)',
    });
  });

  it('is called by its type where it has no settings to be told apart by', () => {
    expect(callNode({ node: { config: {} }, type, summary: { ja: '終える', en: 'Leaves' } })).toBe(type);
    expect(callNode({ node: { config }, type, summary: { ja: '', en: '' } })).toBe(type);
    expect(callNode({ node: { config }, type, summary: undefined })).toBe(type);
  });
});
