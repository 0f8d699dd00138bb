import type { ListedTemplate } from '@sodate/services/journey/list-templates';
import { FlowPicture } from '../home/flow-picture.tsx';
import { useText } from '../language/use-text.ts';
import { useTexts } from '../language/use-texts.ts';
import classes from './template-face.module.css';
import type { texts } from './texts.ja.ts';

/** How a template is offered: its flow drawn small, its name, what it is good for, and its size. */
export function TemplateFace({ template }: { template: ListedTemplate }) {
  const t = useTexts<typeof texts>('templates');
  const text = useText();
  return (
    <span className={classes.face}>
      <FlowPicture picture={template.picture} />
      <b>{text(template.title)}</b>
      <span>{text(template.purpose)}</span>
      <small>{t('nodes', { count: template.picture.nodes.length })}</small>
    </span>
  );
}
