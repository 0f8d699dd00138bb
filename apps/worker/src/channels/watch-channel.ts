import type { Logger } from '@sodate/services/context';
import type { Channel, Errand } from '@sodate/services/engine/engine-context';
import { maskAddresses } from '@sodate/services/telemetry/describe-fault';
import type { Telemetry } from '@sodate/services/telemetry/telemetry';

/** The channel as it is, with each claim and each send measured. */
export function watchChannel({
  channel,
  telemetry,
  logger,
}: {
  channel: Channel;
  telemetry: Telemetry;
  logger: Logger;
}): Channel {
  return {
    name: channel.name,
    recordSent: (request) => channel.recordSent(request),
    prepare: async (request) => {
      const ids = idsOf(request.effect);
      const prepared = await telemetry.around({ name: 'claim', ids }, () => channel.prepare(request));
      telemetry.claimed({ channel: channel.name, result: prepared.kind });
      if (prepared.kind !== 'send') return prepared;
      return {
        kind: 'send',
        errand: watchErrand({ errand: prepared.errand, name: channel.name, telemetry, logger, ids }),
      };
    },
  };
}

function watchErrand({
  errand,
  name,
  telemetry,
  logger,
  ids,
}: {
  errand: Errand;
  name: string;
  telemetry: Telemetry;
  logger: Logger;
  ids: Readonly<Record<string, string>>;
}): Errand {
  return {
    limitMs: errand.limitMs,
    send: async (request) => {
      const result = await telemetry.around({ name: 'send', ids }, () => errand.send(request));
      telemetry.sent({ channel: name, result: result.kind });
      if (result.kind !== 'sent') {
        logger.warn(
          { ...ids, channel: name, result: result.kind, error: maskAddresses(result.error) },
          'a send did not go through',
        );
      }
      return result;
    },
  };
}

function idsOf({ key, enrollmentId, journeyId, handoffId }: Parameters<Channel['prepare']>[0]['effect']) {
  return {
    effect: key,
    ...(enrollmentId === null ? {} : { enrollment: enrollmentId }),
    ...(journeyId === null ? {} : { journey: journeyId }),
    ...(handoffId === null ? {} : { handoff: handoffId }),
  };
}
