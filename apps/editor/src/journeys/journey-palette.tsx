import { useHotkeys } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { findNodes } from '../canvas/find-nodes.ts';
import { useShowNode } from '../canvas/use-show-node.ts';
import { useLanguage } from '../language/use-language.ts';
import { useTexts } from '../language/use-texts.ts';
import { matchWords } from '../palette/match-words.ts';
import type { FindMore } from '../palette/palette.tsx';
import { PaletteHost } from '../palette/palette-host.tsx';
import { useJourney } from './journey-context.ts';
import type { texts } from './texts.ja.ts';
import { useJourneyCommands } from './use-journey-commands.ts';

/** Ctrl-K on the canvas: finds the nodes of this journey too, and what can be done with it. */
export function JourneyPalette() {
  const [asked, setAsked] = useState(0);
  useHotkeys([['mod+K', () => setAsked((times) => times + 1)]], []);
  return asked === 0 ? null : <AskedPalette asked={asked} />;
}

function AskedPalette({ asked }: { asked: number }) {
  const t = useTexts<typeof texts>('journeys');
  const { draft, types } = useJourney();
  const language = useLanguage();
  const show = useShowNode();
  const commands = useJourneyCommands();
  const find = useCallback<FindMore>(
    (query) => {
      const { graph, summaries } = draft.getState();
      const nodes = findNodes({ graph, types, summaries, language, query });
      const found = nodes.map(({ id, title, about }) => ({
        key: id,
        label: title,
        help: about,
        icon: 'journey' as const,
        act: () => show(id),
      }));
      const meant = commands.filter(({ label, words }) => matchWords({ words: `${label} ${words}`, query }));
      return [
        { title: t('nodesFound'), found },
        { title: t('thisJourney'), found: meant.map((command) => ({ ...command, help: '' })) },
      ];
    },
    [draft, types, language, show, t, commands],
  );
  return <PaletteHost asked={asked} findMore={find} />;
}
