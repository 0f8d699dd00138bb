import { notifications } from '@mantine/notifications';
import { asInstant } from '@sodate/journey/time/instant';
import type { JourneyHead } from '@sodate/services/journey/get-journey';
import { useCallback } from 'react';
import { type JourneyParts, useJourney } from '../journeys/journey-context.ts';
import { useJourneyHead } from '../journeys/use-journey-head.ts';
import { useFormats } from '../language/use-formats.ts';
import { useText } from '../language/use-text.ts';
import { type Translate, useTexts } from '../language/use-texts.ts';
import { server } from '../server/trpc.ts';
import type { DraftState } from '../stores/draft/create-draft-store.ts';
import { canvasIcons } from './canvas-icons.ts';
import type { Picture } from './draw-picture.ts';
import { type Layout, layOut } from './lay-out.ts';
import type { texts } from './texts.ja.ts';
import { currentLayout } from './use-layout.ts';

type Format = 'png' | 'svg';

/** Saves the draft, or the live version, as a picture. PNG is twice as fine as the screen, as far as browsers can draw. */
export function useExport(): (format: Format, of?: 'draft' | 'live') => Promise<void> {
  const t = useTexts<typeof texts>('canvas');
  const text = useText();
  const parts = useJourney();
  const formats = useFormats();
  const { name, version, draftDiffers } = useJourneyHead({ journey: parts.journey });
  return useCallback(
    async (format, of = 'draft') => {
      const { drawPicture } = await import('./draw-picture.ts');
      const number = of === 'live' ? version : null;
      const { layout, summaries } = number === null ? drawnNow(parts) : await drawnThen({ parts, number });
      const isVersion = version !== null && (number !== null || !draftDiffers);
      const which = wordVersion({ t, version, draftDiffers: !isVersion });
      const picture = drawPicture({
        layout,
        title: name,
        about: `${which} · ${formats.fullDate(asInstant(Date.now()))}`,
        words: (id) => {
          const card = layout.cards.get(id);
          const described = parts.types.get(card?.node.type ?? '');
          const summary = summaries[id];
          return {
            family: described?.family ?? 'data',
            icon: described?.icon ?? canvasIcons.unknown,
            title: card?.node.title ?? (described === undefined ? (card?.node.type ?? '') : text(described.title)),
            summary: summary === undefined ? '' : text(summary),
            outcomes: card?.outcomes.map(({ label }) => text(label)) ?? [],
          };
        },
      });
      try {
        const file = t(isVersion ? 'pictureFileVersion' : 'pictureFileDraft', { name, number: version ?? 0 });
        const saved = `${file}.${format}`;
        save({ blob: format === 'svg' ? asBlob(picture) : await toPng(picture), name: saved });
        notifications.show({ message: t('pictureSaved', { file: saved }), color: 'ok' });
      } catch {
        notifications.show({ message: t('pictureTooLarge'), color: 'warn' });
      }
    },
    [parts, name, version, draftDiffers, formats, text, t],
  );
}

type Drawn = Pick<DraftState, 'summaries'> & { readonly layout: Layout };

function drawnNow(parts: JourneyParts): Drawn {
  return { layout: currentLayout(parts), summaries: parts.draft.getState().summaries };
}

async function drawnThen({
  parts: { journey, types },
  number,
}: {
  parts: JourneyParts;
  number: number;
}): Promise<Drawn> {
  const { after } = await server.versions.difference.query({ journey, before: 'nothing', after: number });
  return { layout: layOut({ graph: after.graph, types, collapsed: new Set() }), summaries: after.summaries };
}

function wordVersion({
  t,
  version,
  draftDiffers,
}: { t: Translate<typeof texts> } & Pick<JourneyHead, 'version' | 'draftDiffers'>): string {
  if (version === null) return t('pictureDraft');
  return t(draftDiffers ? 'pictureDraftOver' : 'pictureVersion', { number: version });
}

function asBlob({ svg }: Picture): Blob {
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** Browsers draw at most so many points on a side, and so many in all. */
const mostSide = 8_000;
const mostPoints = 60_000_000;

async function toPng(picture: Picture): Promise<Blob> {
  const { width, height } = picture;
  const scale = Math.min(2, mostSide / width, mostSide / height, Math.sqrt(mostPoints / (width * height)));
  const url = URL.createObjectURL(asBlob(picture));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)));
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function save({ blob, name }: { blob: Blob; name: string }): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, '-');
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
