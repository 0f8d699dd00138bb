import type { Text } from '@sodate/journey/text';
import { builtInTemplates } from '@sodate/nodes/templates/built-in-templates';
import { drawTemplate } from '@sodate/nodes/templates/draw-template';
import type { TemplateId } from '@sodate/nodes/templates/template';
import type { Context } from '../context.ts';
import { drawPicture, type Picture } from './draw-picture.ts';

export interface ListedTemplate {
  readonly id: TemplateId;
  readonly title: Text;
  readonly purpose: Text;
  readonly picture: Picture;
}

/** All templates, in the order in which they are offered. */
export function listTemplates({ context }: { context: Context }): readonly ListedTemplate[] {
  const { catalog } = context.nodeTypes;
  return Object.values(builtInTemplates).map((template) => ({
    id: template.id,
    title: template.title,
    purpose: template.purpose,
    picture: drawPicture({ graph: drawTemplate({ template, language: 'ja' }), catalog }),
  }));
}
