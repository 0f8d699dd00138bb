import { prepareTemporal } from '../temporal/prepare-temporal.ts';
import { CommandError } from '../terminal/command-error.ts';

/** Makes sure that Temporal at TEMPORAL_ADDRESS can be used, and has our search attribute. @throws CommandError */
export async function checkTemporal({ address, namespace }: { address: string; namespace: string }): Promise<void> {
  try {
    await prepareTemporal({ address, namespace, withinMs: 10_000 });
  } catch (error) {
    throw new CommandError(
      {
        ja: `TEMPORAL_ADDRESS の Temporal（${address}、名前空間 ${namespace}）を使えません。動いているか、アドレスと名前空間が正しいかを確かめてください。「npm start」では、TEMPORAL_ADDRESS を外すと内蔵の Temporal を使います。`,
        en: `Temporal at TEMPORAL_ADDRESS (${address}, namespace ${namespace}) cannot be used. See that it runs, and that address and namespace are right. With "npm start", leave TEMPORAL_ADDRESS out to use the embedded Temporal.`,
      },
      { cause: error },
    );
  }
}
