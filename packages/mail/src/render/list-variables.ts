import { htmlEngine } from './liquid-engine.ts';

/** Variables that a template speaks of, in the order written. */
export function listVariables(template: string): readonly string[] {
  return [...new Set(htmlEngine.globalFullVariablesSync(htmlEngine.parse(template)))];
}
