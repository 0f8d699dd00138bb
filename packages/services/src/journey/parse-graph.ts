import type { Graph } from '@sodate/journey/graph/graph';
import type { Text } from '@sodate/journey/text';
import type { z } from 'zod';
import { invalid, RequestError } from '../errors.ts';
import { draftLimits, graphSchema } from './graph-schema.ts';

const mostCharacters = draftLimits.characters;

/**
 * A graph from outside (a file, a program) as one of ours.
 * @throws RequestError naming the first place that is wrong and how to mend it; 'too-large' beyond 4,000,000 characters.
 */
export function parseGraph(value: unknown): Graph {
  const parsed = graphSchema.safeParse(typeof value === 'string' ? parseJson(value) : value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  throw invalid(wordIssue({ issue, place: place === '' ? 'graph' : place }), place);
}

function parseJson(text: string): unknown {
  if (text.length > mostCharacters) {
    throw new RequestError({
      kind: 'too-large',
      text: {
        ja: `シナリオが大きすぎます。${mostCharacters}文字以内にしてください。`,
        en: `The journey is too large. Keep it within ${mostCharacters} characters.`,
      },
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw invalid({
      ja: 'JSONとして読めません。かっこや引用符の閉じ忘れがないか、確かめてください。',
      en: 'This is not valid JSON. Look for a bracket or quotation mark that is not closed.',
    });
  }
}

function wordIssue({ issue, place }: { issue: z.core.$ZodIssue | undefined; place: string }): Text {
  if (issue?.code === 'custom') return wordCustom({ params: issue.params ?? {}, place });
  if (issue?.code === 'invalid_type') {
    return {
      ja: `「${place}」の形が違います。${issue.expected} を入れてください。`,
      en: `“${place}” has the wrong shape: it must be ${issue.expected}.`,
    };
  }
  return {
    ja: `「${place}」の値が使えません。入れ直してください。`,
    en: `The value of “${place}” cannot be used. Enter it again.`,
  };
}

function wordCustom({ params, place }: { params: Readonly<Record<string, unknown>>; place: string }): Text {
  switch (params.words) {
    case 'edge-id':
      return {
        ja: `線「${place}」の id は「出発ノード/出口」の形にしてください。`,
        en: `The id of the edge “${place}” must be "FROM/OUTCOME".`,
      };
    case 'node-missing':
      return {
        ja: `「${place}」が指すノードがありません。ノードを加えるか、これを消してください。`,
        en: `“${place}” names a node that is not there. Add the node, or remove this.`,
      };
    case 'key':
      return {
        ja: `「${place}」は、置かれている場所の名前と同じにしてください。`,
        en: `“${place}” must be the same as the key it stands under.`,
      };
    case 'too-many':
      return {
        ja: `「${place}」が多すぎます。${params.count}個までにしてください。`,
        en: `There are too many “${place}”. Keep to ${params.count}.`,
      };
    default:
      return {
        ja: `「${place}」の値が使えません。深すぎるか、長すぎるか、形が違います。`,
        en: `The value of “${place}” cannot be used: it is too deep, too long, or of the wrong shape.`,
      };
  }
}
