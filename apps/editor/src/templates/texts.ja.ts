export const texts = {
  templates: 'ひな形',
  nodes: 'ノード{{count}}個',
} as const;
