/** The default arm of an exhaustive switch: compiling proves that no case was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
