import { connect, type Database } from './connect.ts';

export interface RenewablePool {
  /** The pool of now: read it anew for each piece of work. */
  readonly database: Database;
  /**
   * Gives up all connections and whatever waits on them, and begins with new ones. A network that went away may have
   * forgotten the old: they would stay silent until the system gives them up, a quarter of an hour later.
   */
  renew(): void;
  close(): Promise<void>;
}

/** Opens a pool as `connect` does, whose connections can be replaced while it is used. */
export function openRenewablePool(options: Parameters<typeof connect>[0]): RenewablePool {
  let pool = connect(options);
  return {
    get database() {
      return pool.database;
    },
    renew: () => {
      const old = pool;
      pool = connect(options);
      void old.sql.end({ timeout: 0 });
    },
    close: () => pool.close(),
  };
}
