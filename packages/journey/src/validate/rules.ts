import type { Rule } from './rule.ts';
import { answerNeedsConsent } from './rules/answer-needs-consent.ts';
import { askedTooSoon } from './rules/asked-too-soon.ts';
import { edgeToNowhere } from './rules/edge-to-nowhere.ts';
import { journeyConditions } from './rules/journey-conditions.ts';
import { journeyZone } from './rules/journey-zone.ts';
import { loopWithoutRest } from './rules/loop-without-rest.ts';
import { namedNode } from './rules/named-node.ts';
import { noTrigger } from './rules/no-trigger.ts';
import { nodeSettings } from './rules/node-settings.ts';
import { outcomeGone } from './rules/outcome-gone.ts';
import { outcomeUnconnected } from './rules/outcome-unconnected.ts';
import { outcomesAlike } from './rules/outcomes-alike.ts';
import { pageUnseen } from './rules/page-unseen.ts';
import { replyUnasked } from './rules/reply-unasked.ts';
import { tooManyNodes } from './rules/too-many-nodes.ts';
import { triggerWithIncomingEdge } from './rules/trigger-with-incoming-edge.ts';
import { unknownNodeType } from './rules/unknown-node-type.ts';
import { unreachableNode } from './rules/unreachable-node.ts';

/** All rules by name, in the order in which their problems are listed. */
export const rules = {
  // The journey as a whole.
  'too-many-nodes': tooManyNodes,
  'no-trigger': noTrigger,
  'journey-zone': journeyZone,
  'journey-conditions': journeyConditions,
  // What the nodes are, before how they hang together.
  'unknown-node-type': unknownNodeType,
  'node-settings': nodeSettings,
  'page-unseen': pageUnseen,
  // The ways between them: broken ones first, then missing ones.
  'edge-to-nowhere': edgeToNowhere,
  'trigger-with-incoming-edge': triggerWithIncomingEdge,
  'outcome-gone': outcomeGone,
  'unreachable-node': unreachableNode,
  'named-node': namedNode,
  'loop-without-rest': loopWithoutRest,
  'answer-needs-consent': answerNeedsConsent,
  'reply-unasked': replyUnasked,
  'asked-too-soon': askedTooSoon,
  // Last, since its warnings are many while a journey is being drawn.
  'outcome-unconnected': outcomeUnconnected,
  'outcomes-alike': outcomesAlike,
} as const satisfies Readonly<Record<string, Rule>>;
