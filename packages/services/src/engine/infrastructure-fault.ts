import { sqlStateOf } from '../transaction.ts';

/** Classes of PostgreSQL's codes that say nothing about the lead: connection, resources, intervention, conflicts. */
const infrastructureClasses = ['08', '53', '57', '58', '40', '25', 'XX'];
const lockNotAvailable = '55P03';

/** Codes of the driver and of Node's sockets. */
const connectionCodes = /^(CONNECT|CONNECTION_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|ENETUNREACH)/;

/** True where trying the same again later may well succeed: the database is away, busy or slow. */
export function isInfrastructureFault(error: unknown): boolean {
  const code = sqlStateOf(error);
  if (code === undefined) return false;
  return code === lockNotAvailable || connectionCodes.test(code) || infrastructureClasses.includes(code.slice(0, 2));
}
