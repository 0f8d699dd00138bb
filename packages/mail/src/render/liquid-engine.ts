import { Liquid } from 'liquidjs';

/** What one template may cost, so that a mail written in error cannot hold up the others. */
export const liquidLimits = {
  /** Characters of a template. */
  parseLimit: 1_000_000,
  /** Milliseconds of one rendering, by the clock: on a busy machine the shortest mail has taken more than 200. */
  renderLimit: 1_000,
  /** Characters and items made while rendering. */
  memoryLimit: 1_000_000,
} as const;

// No file system: `include`, `render` and `layout` find only what stands in `templates`, which is nothing.
const common = { ...liquidLimits, templates: {}, ownPropertyOnly: true, strictVariables: false, strictFilters: true };

function withoutRaw(engine: Liquid): Liquid {
  // The built-in `raw` switches escaping off; values come from public forms, so nothing may.
  engine.registerFilter('raw', (value: unknown) => value);
  return engine;
}

/** For HTML: every value is escaped. */
export const htmlEngine = withoutRaw(new Liquid({ ...common, outputEscape: 'escape' }));

/** For subjects and plain text: values stand as they are. */
export const textEngine = withoutRaw(new Liquid(common));
