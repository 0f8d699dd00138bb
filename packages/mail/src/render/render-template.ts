import type { Liquid } from 'liquidjs';

/** A template that cannot be rendered for this lead: a filter failed, or it cost more than the limits. */
export class RenderError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'RenderError';
  }
}

/** @throws RenderError */
export function renderTemplate({
  engine,
  template,
  variables,
}: {
  engine: Liquid;
  template: string;
  variables: object;
}): string {
  try {
    return String(engine.parseAndRenderSync(template, variables));
  } catch (fault) {
    throw new RenderError(fault);
  }
}
