export const texts = { title: '設定' } as const;
