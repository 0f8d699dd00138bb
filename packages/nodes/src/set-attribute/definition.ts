import type { CheckProblem, Surroundings } from '@sodate/journey/graph/node-contract';
import type { Json } from '@sodate/journey/json';
import { sameText, type Text } from '@sodate/journey/text';
import { z } from 'zod';
import { attributeValue, scalarValue } from '../kit/config-values.ts';
import { defineNode } from '../kit/define-node.ts';
import { onlyExit } from '../kit/exits.ts';
import { field } from '../kit/field.ts';
import { nextOf } from '../kit/next-of.ts';

/** Writes one attribute of the lead or of the lead's company, or empties it. */
export const setAttribute = defineNode({
  type: 'set-attribute',
  family: 'data',
  title: { ja: '項目を書き換える', en: 'Set attribute' },
  short: { ja: '項目', en: 'Attribute' },
  description: {
    ja: 'リードや会社の項目に、決めた値を入れます。',
    en: 'Writes a value into an attribute of the lead or the company.',
  },
  keywords: ['項目', '属性', 'field', 'update', 'タグ'],
  icon: 'M3.800 12.600V4h8.600l8 8-8.600 8.600zM8 8.200v.1',
  config: z.object({
    attribute: field(attributeValue, {
      title: { ja: '項目', en: 'Attribute' },
      hint: { kind: 'attribute' },
    }),
    clear: field(z.boolean().exactOptional(), {
      title: { ja: '空にする', en: 'Empty it' },
      help: { ja: '入っている値を消します。', en: 'Removes the value that is there.' },
      hint: { kind: 'toggle' },
    }),
    value: field(scalarValue.exactOptional(), {
      title: { ja: '値', en: 'Value' },
      hint: { kind: 'attribute-value', attribute: ['attribute'] },
      required: true,
      when: [{ path: ['clear'], oneOf: [null, false] }],
    }),
  }),
  initial: {},
  outcomes: onlyExit,
  check: ({ config, surroundings }) => checkAttribute({ ...config, surroundings }),
  summary({ config, surroundings }) {
    const title = find({ attribute: config.attribute, surroundings })?.title ?? sameText(config.attribute.name);
    if (config.clear === true) return { ja: `${title.ja}を空にする`, en: `Empty ${title.en}` };
    return { ja: `${title.ja} ＝ ${config.value}`, en: `${title.en} = ${config.value}` };
  },
  lower({ config, lowering }) {
    const { of, name } = config.attribute;
    const value = config.clear === true ? null : (config.value ?? null);
    return {
      ops: [
        {
          kind: 'act',
          id: lowering.op(),
          effect: 'set-attribute',
          config: { of, attribute: name, value },
          next: nextOf({ lowering, outcomes: ['done'] }),
        },
      ],
    };
  },
  effect: () => import('./effect.ts').then((module) => module.setAttributeEffect),
});

type Attribute = Surroundings['attributes'][number];

interface AttributeRef {
  readonly of: 'lead' | 'company';
  readonly name: string;
}

function find({
  attribute,
  surroundings,
}: {
  attribute: AttributeRef;
  surroundings: Surroundings;
}): Attribute | undefined {
  return surroundings.attributes.find(({ of, name }) => of === attribute.of && name === attribute.name);
}

function checkAttribute({
  attribute,
  clear,
  value,
  surroundings,
}: {
  attribute: AttributeRef;
  clear?: boolean;
  value?: Json;
  surroundings: Surroundings;
}): readonly CheckProblem[] {
  const known = find({ attribute, surroundings });
  if (known === undefined) {
    return [
      {
        severity: 'error',
        path: ['attribute'],
        message: { ja: '項目が見つかりません', en: 'Attribute not found' },
        mend: {
          ja: `項目「${attribute.name}」はありません。項目を選び直すか、設定で作ってください。`,
          en: `There is no attribute “${attribute.name}”. Choose another, or create it in the settings.`,
        },
      },
    ];
  }
  if (clear === true || fits({ value, known })) return [];
  return [
    {
      severity: 'error',
      path: ['value'],
      message: { ja: '値が項目に合いません', en: 'The value does not fit' },
      mend: {
        ja: `「${known.title.ja}」には${expected(known).ja}を入れてください。`,
        en: `“${known.title.en}” takes ${expected(known).en}.`,
      },
    },
  ];
}

function fits({ value, known }: { value: Json | undefined; known: Attribute }): boolean {
  if (known.kind === 'number') return typeof value === 'number';
  if (known.kind === 'boolean') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (known.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  return known.options === undefined || known.options.includes(value);
}

function expected({ kind, options }: Attribute): Text {
  if (options !== undefined && kind === 'text') {
    return { ja: `「${options.join('」「')}」のどれか`, en: `one of: ${options.join(', ')}` };
  }
  switch (kind) {
    case 'number':
      return { ja: '数', en: 'a number' };
    case 'boolean':
      return { ja: 'はい・いいえ', en: 'yes or no' };
    case 'date':
      return { ja: '「2026-04-01」の形の日付', en: 'a date such as 2026-04-01' };
    case 'text':
      return { ja: '文字', en: 'text' };
  }
}
