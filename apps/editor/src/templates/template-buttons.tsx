import type { ListedTemplate } from '@sodate/services/journey/list-templates';
import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../language/use-texts.ts';
import { trpc } from '../server/trpc.ts';
import classes from './template-buttons.module.css';
import { TemplateFace } from './template-face.tsx';
import type { texts } from './texts.ja.ts';

/** The templates as a row of cards to press; `but` are not offered. */
export function TemplateButtons({
  onChoose,
  busy,
  but = [],
}: {
  onChoose: (template: ListedTemplate) => void;
  busy: boolean;
  but?: readonly ListedTemplate['id'][];
}) {
  const t = useTexts<typeof texts>('templates');
  const { data } = useQuery(trpc.journeys.templates.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  const offered = (data ?? []).filter(({ id }) => !but.includes(id));
  return (
    <ul className={classes.templates} aria-label={t('templates')}>
      {offered.map((template) => (
        <li key={template.id}>
          <button type="button" className={classes.template} disabled={busy} onClick={() => onChoose(template)}>
            <TemplateFace template={template} />
          </button>
        </li>
      ))}
    </ul>
  );
}
