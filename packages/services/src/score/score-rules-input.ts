import { z } from 'zod';

const text = z.object({ ja: z.string().trim().min(1).max(80), en: z.string().trim().min(1).max(80) });

const urlPattern = z.object({
  match: z.enum(['exact', 'prefix', 'pattern']),
  value: z.string().trim().min(1).max(500),
});

const eventPattern = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), url: urlPattern.optional(), source: z.string().trim().max(200).optional() }),
  z.object({ kind: z.literal('form'), form: z.string().trim().min(1).max(200).optional() }),
  z.object({
    kind: z.literal('mail'),
    reaction: z.enum(['sent', 'opened', 'clicked', 'bounced']),
    mail: z.uuid().optional(),
    link: urlPattern.optional(),
  }),
  z.object({ kind: z.literal('custom'), name: z.string().trim().min(1).max(200) }),
]);

const comparison = z.discriminatedUnion('is', [
  z.object({ is: z.enum(['equal', 'not-equal']), value: z.union([z.string().max(200), z.number(), z.boolean()]) }),
  z.object({ is: z.enum(['less', 'at-most', 'at-least', 'more']), value: z.number() }),
  z.object({ is: z.enum(['contains', 'starts-with']), value: z.string().min(1).max(200) }),
  z.object({
    is: z.literal('one-of'),
    values: z
      .array(z.union([z.string().max(200), z.number()]))
      .min(1)
      .max(100),
  }),
  z.object({ is: z.enum(['empty', 'not-empty']) }),
]);

const points = z.number().int().min(-1_000).max(1_000);

export const scoreRuleInput = z.object({
  id: z.string().min(1).max(40),
  title: text,
  points,
  category: z.string().trim().min(1).max(40).optional(),
  when: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('event'), pattern: eventPattern, limit: z.number().int().min(1).max(1_000).optional() }),
    z.object({
      kind: z.literal('attribute'),
      of: z.enum(['lead', 'company']),
      attribute: z.string().min(1).max(80),
      compare: comparison,
    }),
  ]),
});

export const scoreRulesInput = z.object({
  windowDays: z.number().int().min(1).max(365),
  hotAt: z.number().int().min(1).max(10_000),
  rules: z.array(scoreRuleInput).max(100),
});

export type ScoreRulesInput = z.output<typeof scoreRulesInput>;
