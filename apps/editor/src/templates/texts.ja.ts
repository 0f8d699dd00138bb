export const texts = {
  templates: 'ひな形',
  nodes: '{{count}}ノード',
} as const;
