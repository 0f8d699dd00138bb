import type { Rule } from '../rule.ts';

/** Two exits of one name cannot be told apart on the canvas and in the numbers. */
export const outcomesAlike: Rule = ({ nodes }) =>
  nodes.flatMap(({ node, outcomes }) => {
    const twice = outcomes.find(
      ({ label }, index) => outcomes.findIndex((other) => other.label.ja === label.ja) < index,
    );
    if (twice === undefined) return [];
    return {
      severity: 'warning',
      node: node.id,
      outcome: twice.id,
      message: { ja: '同じ名前の出口があります', en: 'Two exits have one name' },
      mend: {
        ja: `出口「${twice.label.ja}」のどちらかに、別の名前を付けてください。`,
        en: `Give one of the exits “${twice.label.en}” another name.`,
      },
    };
  });
