import { useHotkeys } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { findNodes } from '../canvas/find-nodes.ts';
import { useShowNode } from '../canvas/use-show-node.ts';
import { useLanguage } from '../language/use-language.ts';
import { useTexts } from '../language/use-texts.ts';
import type { FindMore } from '../palette/palette.tsx';
import { PaletteHost } from '../palette/palette-host.tsx';
import { useJourney } from './journey-context.ts';
import type { texts } from './texts.ja.ts';

/** Ctrl-K on the canvas: finds the nodes of this journey too, and goes to them. */
export function JourneyPalette() {
  const t = useTexts<typeof texts>('journeys');
  const { draft, types } = useJourney();
  const language = useLanguage();
  const show = useShowNode();
  const [asked, setAsked] = useState(0);
  useHotkeys([['mod+K', () => setAsked((times) => times + 1)]], []);
  const find = useCallback<FindMore>(
    (query) => {
      const { graph, summaries } = draft.getState();
      const nodes = findNodes({ graph, types, summaries, language, query });
      return {
        title: t('nodesFound'),
        found: nodes.map(({ id, title, about }) => ({
          key: id,
          label: title,
          help: about,
          icon: 'journey',
          act: () => show(id),
        })),
      };
    },
    [draft, types, language, show, t],
  );
  return <PaletteHost asked={asked} findMore={find} />;
}
