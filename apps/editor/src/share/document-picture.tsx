import type { ReadableJourney } from '@sodate/services/journey/read-document';
import { useMemo } from 'react';
import { canvasIcons } from '../canvas/canvas-icons.ts';
import { drawPicture } from '../canvas/draw-picture.ts';
import { layOut } from '../canvas/lay-out.ts';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './journey-document.module.css';
import type { texts } from './texts.ja.ts';
import { useDrawn } from './use-drawn.ts';

/** The whole graph on one page, as the exported picture draws it. */
export function DocumentPicture({ journey }: { journey: ReadableJourney }) {
  const t = useTexts<typeof texts>('share');
  const text = useText();
  const { graph, types, summaries } = useDrawn(journey);
  const { name } = journey;
  const source = useMemo(() => {
    const layout = layOut({ graph, types, collapsed: new Set() });
    const { svg } = drawPicture({
      layout,
      title: name,
      words: (id) => {
        const card = layout.cards.get(id);
        const look = types.get(card?.node.type ?? '');
        const summary = summaries[id];
        return {
          family: look?.family ?? 'data',
          icon: look?.icon ?? canvasIcons.unknown,
          title: card?.node.title ?? (look === undefined ? '' : text(look.title)),
          summary: summary === undefined ? '' : text(summary),
          outcomes: card?.outcomes.map(({ label }) => text(label)) ?? [],
        };
      },
    });
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }, [graph, types, summaries, name, text]);
  if (Object.keys(graph.nodes).length === 0) return null;
  return (
    <figure className={classes.picture}>
      <img src={source} alt={t('picture', { name })} />
    </figure>
  );
}
