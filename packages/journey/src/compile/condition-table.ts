import type { Condition } from '../condition/condition.ts';
import { hashText } from '../hash-text.ts';
import { asId, type ConditionKey } from '../id.ts';
import { canonicalJson } from './canonical-json.ts';

/** Conditions by key: equal ones share a key, and a key depends on the condition alone, not on the plan. */
export class ConditionTable {
  readonly #texts = new Map<ConditionKey, string>();
  readonly #conditions = new Map<ConditionKey, Condition>();

  add(condition: Condition): ConditionKey {
    const text = canonicalJson(condition);
    let key = keyOf(text);
    // Two texts of one hash: the later one takes a longer key.
    for (let turn = 1; (this.#texts.get(key) ?? text) !== text; turn++) key = keyOf(`${text}${turn}`);
    this.#texts.set(key, text);
    this.#conditions.set(key, condition);
    return key;
  }

  pick(keys: Iterable<ConditionKey>): Record<ConditionKey, Condition> {
    const picked: Record<ConditionKey, Condition> = {};
    for (const key of keys) {
      const condition = this.#conditions.get(key);
      if (condition === undefined) throw new Error(`a node uses the condition ${key} that it did not register`);
      picked[key] = condition;
    }
    return picked;
  }
}

function keyOf(text: string): ConditionKey {
  const high = hashText(text, 0x5eed).toString(36);
  const low = hashText(text, 0xbed).toString(36);
  return asId(`c_${high}${low}`);
}
