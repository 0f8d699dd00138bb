import { attributesRouter } from './attributes.ts';
import { bulkRouter } from './bulk.ts';
import { bulkEnrolmentsRouter } from './bulk-enrolments.ts';
import { calendarsRouter } from './calendars.ts';
import { companiesRouter } from './companies.ts';
import { effectsRouter } from './effects.ts';
import { enrollmentsRouter } from './enrollments.ts';
import { handoffsRouter } from './handoffs.ts';
import { homeRouter } from './home.ts';
import { journeysRouter } from './journeys.ts';
import { leadImportsRouter } from './lead-imports.ts';
import { leadsRouter } from './leads.ts';
import { mailboxRouter } from './mailbox.ts';
import { mailsRouter } from './mails.ts';
import { nodeTypesRouter } from './node-types.ts';
import { noticesRouter } from './notices.ts';
import { operationsRouter } from './operations.ts';
import { organisationRouter } from './organisation.ts';
import { peopleRouter } from './people.ts';
import { router } from './procedure.ts';
import { scoresRouter } from './scores.ts';
import { seedRouter } from './seed.ts';
import { sessionRouter } from './session.ts';
import { sharesRouter } from './shares.ts';
import { sightingsRouter } from './sightings.ts';
import { teamsRouter } from './teams.ts';
import { versionsRouter } from './versions.ts';
import { writeKeysRouter } from './write-keys.ts';

/** One router per entity; the editor takes its types from here. */
export const rootRouter = router({
  bulk: bulkRouter,
  effects: effectsRouter,
  journeys: journeysRouter,
  nodeTypes: nodeTypesRouter,
  enrollments: enrollmentsRouter,
  handoffs: handoffsRouter,
  home: homeRouter,
  attributes: attributesRouter,
  bulkEnrolments: bulkEnrolmentsRouter,
  calendars: calendarsRouter,
  companies: companiesRouter,
  leadImports: leadImportsRouter,
  leads: leadsRouter,
  scores: scoresRouter,
  mailbox: mailboxRouter,
  mails: mailsRouter,
  notices: noticesRouter,
  operations: operationsRouter,
  organisation: organisationRouter,
  people: peopleRouter,
  seed: seedRouter,
  session: sessionRouter,
  shares: sharesRouter,
  sightings: sightingsRouter,
  teams: teamsRouter,
  versions: versionsRouter,
  writeKeys: writeKeysRouter,
});

export type RootRouter = typeof rootRouter;
