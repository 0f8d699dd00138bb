export interface JsonMeasures {
  /** 1 for a scalar, 2 for an object of scalars. */
  readonly depth: number;
  /** All values, the outermost too. */
  readonly values: number;
}

/** How deep and how large a parsed JSON value is. Walks without recursion, so that no nesting exhausts the stack. */
export function measureJson(value: unknown): JsonMeasures {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  let depth = 0;
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    values += 1;
    depth = Math.max(depth, next.depth);
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 });
  }
  return { depth, values };
}
