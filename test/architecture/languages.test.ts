import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../apps/editor/src', import.meta.url));

type Texts = Readonly<Record<string, string>>;

const areas = (await readdir(source, { recursive: true }))
  .filter((path) => path.endsWith('texts.ja.ts'))
  .map((path) => path.slice(0, -'/texts.ja.ts'.length));

async function textsOf({ area, language }: { area: string; language: 'ja' | 'en' }): Promise<Texts> {
  const file = (await import(/* @vite-ignore */ `${source}/${area}/texts.${language}.ts`)) as { texts: Texts };
  return file.texts;
}

function valuesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name).toSorted();
}

describe('the texts of the editor', () => {
  it('are there', () => {
    expect(areas).toContain('frame');
    expect(areas.length).toBeGreaterThan(5);
  });

  it.each(areas)('say the same in both languages: %s', async (area) => {
    const ja = await textsOf({ area, language: 'ja' });
    const en = await textsOf({ area, language: 'en' });
    const keys = Object.keys(en).filter((key) => !(key.endsWith('_one') && key.slice(0, -'_one'.length) in ja));
    expect(keys.toSorted()).toEqual(Object.keys(ja).toSorted());
    for (const key of Object.keys(ja)) {
      expect(new Set(valuesIn(en[key] ?? '')), `${area}: ${key}`).toEqual(new Set(valuesIn(ja[key] ?? '')));
    }
  });

  // i18next shows the key itself where a text is empty.
  it.each(areas)('leave no text empty: %s', async (area) => {
    const texts = [await textsOf({ area, language: 'ja' }), await textsOf({ area, language: 'en' })];
    expect(texts.flatMap((one) => Object.keys(one).filter((key) => one[key] === ''))).toEqual([]);
  });

  it.each(areas)('hold no Japanese in English: %s', async (area) => {
    const en = await textsOf({ area, language: 'en' });
    const japanese = Object.entries(en).filter(([, text]) => /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(text));
    expect(japanese).toEqual([]);
  });

  it('call a lead without a name in one place only', async () => {
    const nameless = /名前なし|名前のないリード|名前は非表示/;
    const naming = await Promise.all(
      areas.map(async (area) => {
        const said = Object.entries(await textsOf({ area, language: 'ja' }));
        // A column of a file may have no name either.
        return said.some(([key, text]) => key !== 'noHead' && nameless.test(text)) ? [area] : [];
      }),
    );
    expect(naming.flat()).toEqual([]);
  });
});
