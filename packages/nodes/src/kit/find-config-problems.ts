import type { ConfigPath, DescribedField } from '@sodate/journey/graph/described-node';
import type { CheckProblem } from '@sodate/journey/graph/node-contract';
import { readPath } from '@sodate/journey/graph/read-path';
import { isJsonObject, type Json, type JsonObject } from '@sodate/journey/json';
import type { Text } from '@sodate/journey/text';
import type { z } from 'zod';
import { isShown } from './drop-hidden.ts';

/**
 * What the schema finds wrong with a config, and required fields left empty, worded by the titles of the fields: one
 * problem a field, in the order of the form. `config` is already without hidden fields.
 */
export function findConfigProblems({
  fields,
  config,
  issues,
}: {
  fields: readonly DescribedField[];
  config: JsonObject;
  issues: readonly z.core.$ZodIssue[];
}): readonly CheckProblem[] {
  const found = new Map<string, CheckProblem>();
  for (const { path, title } of findMissing({ fields, config, at: [] })) {
    found.set(keyOf(path), { severity: 'error', unfilled: true, path, ...wordMissing(title) });
  }
  for (const issue of issues) {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const place = placeOf({ fields, path });
    if (found.has(keyOf(place.path))) continue;
    const missing = isEmpty(readPath({ value: config, path }));
    found.set(keyOf(place.path), {
      severity: 'error',
      path: place.path,
      ...(missing ? { unfilled: true, ...wordMissing(place.title) } : wordIssue({ issue, title: place.title })),
    });
  }
  const rank = (problem: CheckProblem) => fields.findIndex(({ key }) => key === problem.path?.[0]);
  return [...found.values()].sort((one, other) => rank(one) - rank(other));
}

interface Place {
  readonly path: ConfigPath;
  readonly title: Text;
}

function findMissing(form: {
  fields: readonly DescribedField[];
  config: JsonObject;
  at: ConfigPath;
}): readonly Place[] {
  return form.fields.flatMap((field): readonly Place[] => {
    if (!isShown({ field, config: form.config })) return [];
    const value = form.config[field.key];
    const path = [...form.at, field.key];
    if (isEmpty(value)) return field.required ? [{ path, title: field.title }] : [];
    if (field.hint.kind !== 'list' || !Array.isArray(value)) return [];
    const { fields } = field.hint;
    return value.flatMap((item: Json, index) =>
      isJsonObject(item) ? findMissing({ fields, config: item, at: [...path, index] }) : [],
    );
  });
}

/** The field that an issue's path lies in: parts of a value (amount of a duration) belong to its field. */
function placeOf({ fields, path }: { fields: readonly DescribedField[]; path: ConfigPath }): Place {
  const field = fields.find((one) => one.key === path[0]);
  if (field === undefined) return { path, title: { ja: '設定', en: 'Settings' } };
  if (field.hint.kind === 'list' && typeof path[1] === 'number' && path.length > 2) {
    const inner = placeOf({ fields: field.hint.fields, path: path.slice(2) });
    return { path: [...path.slice(0, 2), ...inner.path], title: inner.title };
  }
  return { path: [field.key], title: field.title };
}

function wordMissing(title: Text): { readonly message: Text; readonly mend: Text } {
  return {
    message: { ja: `「${title.ja}」が未設定です`, en: `“${title.en}” is not set` },
    mend: { ja: `「${title.ja}」を指定してください。`, en: `Fill in “${title.en}” in the settings.` },
  };
}

function wordIssue({ issue, title }: { issue: z.core.$ZodIssue; title: Text }): { message: Text; mend: Text } {
  const message = { ja: `「${title.ja}」を確かめてください`, en: `Check ${title.en}` };
  const format = wordFormat(issue);
  if (format !== undefined) {
    return {
      message,
      mend: { ja: `「${title.ja}」は${format.ja}書いてください。`, en: `Write “${title.en}” ${format.en}.` },
    };
  }
  const bound = wordBound(issue);
  if (bound === undefined) {
    return {
      message,
      mend: {
        ja: `「${title.ja}」の値が使えません。入れ直してください。`,
        en: `The value of “${title.en}” cannot be used. Enter it again.`,
      },
    };
  }
  return {
    message,
    mend: { ja: `「${title.ja}」は${bound.ja}にしてください。`, en: `“${title.en}” must be ${bound.en}.` },
  };
}

function wordFormat(issue: z.core.$ZodIssue): Text | undefined {
  if (issue.code !== 'invalid_format') return undefined;
  if (issue.format === 'url') return { ja: '、https:// から', en: 'in full, beginning with https://' };
  if (issue.format === 'email') return { ja: '、name@example.jp の形で', en: 'in the form name@example.com' };
  return undefined;
}

function wordBound(issue: z.core.$ZodIssue): Text | undefined {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
  const least = issue.code === 'too_small';
  const bound = least ? issue.minimum : issue.maximum;
  const side = least ? { ja: '以上', en: 'at least' } : { ja: '以下', en: 'at most' };
  if (issue.origin === 'string') return { ja: `${bound}文字${side.ja}`, en: `${side.en} ${bound} characters long` };
  if (issue.origin === 'array') return { ja: `${bound}つ${side.ja}`, en: `${side.en} ${bound}` };
  return { ja: `${bound}${side.ja}`, en: `${side.en} ${bound}` };
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function keyOf(path: ConfigPath): string {
  return JSON.stringify(path);
}
