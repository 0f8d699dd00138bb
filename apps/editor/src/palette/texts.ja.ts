export const texts = {
  title: 'さがす・移動する',
  placeholder: '画面、シナリオ、リードの名前',
  placeholderNodes: 'ノード、画面、シナリオ、リードの名前',
  none: '見つかりません',
  screens: '画面',
  journeys: 'シナリオ',
  leads: 'リード',
} as const;
