import { type Liquid, LiquidError } from 'liquidjs';
import { liquidReason } from './liquid-reason.ts';

/** A template that cannot be rendered for this lead: a filter failed, or it cost more than the limits. */
export class RenderError extends Error {
  /** Liquid's own words, without the place. */
  readonly reason: string;
  /** Line of the template, from 1. */
  readonly line: number | undefined;

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'RenderError';
    this.reason = liquidReason(this.message);
    this.line = LiquidError.is(cause) ? cause.token.getPosition()[0] : undefined;
  }
}

/**
 * @param limitMs what is left for it, where it is one of several; the engine's own limit holds in any case
 * @throws RenderError
 */
export function renderTemplate({
  engine,
  template,
  variables,
  limitMs = engine.options.renderLimit,
}: {
  engine: Liquid;
  template: string;
  variables: object;
  limitMs?: number;
}): string {
  try {
    const renderLimit = Math.min(limitMs, engine.options.renderLimit);
    return String(engine.parseAndRenderSync(template, variables, { renderLimit }));
  } catch (fault) {
    throw new RenderError(fault);
  }
}
