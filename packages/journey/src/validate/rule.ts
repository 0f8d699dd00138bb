import type { Problem } from './problem.ts';
import type { Survey } from './survey.ts';

/** What a rule finds; its name is added by `validateGraph`. */
export type Finding = Omit<Problem, 'rule'> & { readonly rule?: string };

export type Rule = (survey: Survey) => readonly Finding[];
