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
        errand: watchErrand({
          errand: prepared.errand,
          name: channel.name,
          telemetry,
          logger,
          ids,
          attempt: attemptOf(request.effect),
        }),
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
  attempt,
}: {
  errand: Errand;
  name: string;
  telemetry: Telemetry;
  logger: Logger;
  ids: Readonly<Record<string, string>>;
  attempt: ReturnType<typeof attemptOf>;
}): Errand {
  return {
    limitMs: errand.limitMs,
    send: async (request) => {
      const sending = telemetry.around({ name: 'send', ids }, () => errand.send(request));
      const result = await sending.catch((error: unknown) => {
        telemetry.sent({ channel: name, result: 'unknown' });
        logger.error({ ...ids, ...attempt, channel: name, error }, 'an effect threw: what became of it is unknown');
        throw error;
      });
      telemetry.sent({ channel: name, result: result.kind });
      if (result.kind !== 'sent') {
        logger.warn(
          { ...ids, ...attempt, channel: name, result: result.kind, error: maskAddresses(result.error) },
          'a send did not go through',
        );
      }
      return result;
    },
  };
}

/** Which try of what it is; asked before the claim counts it. */
function attemptOf({ kind, node, attempt }: Parameters<Channel['prepare']>[0]['effect']) {
  return { type: kind, ...(node === null ? {} : { node }), attempt: attempt + 1 };
}

function idsOf({ key, enrollmentId, journeyId, handoffId }: Parameters<Channel['prepare']>[0]['effect']) {
  return {
    effect: key,
    ...(enrollmentId === null ? {} : { enrollment: enrollmentId }),
    ...(journeyId === null ? {} : { journey: journeyId }),
    ...(handoffId === null ? {} : { handoff: handoffId }),
  };
}
