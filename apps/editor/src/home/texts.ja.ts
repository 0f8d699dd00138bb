export const texts = { title: 'ホーム' } as const;
