/**
 * Every reason why the private PostgreSQL cannot be had. Codes and data only: the words shown to a
 * person are chosen elsewhere, from these codes.
 */
import { defineErrors } from '../errors.ts';

export const embeddedErrors = defineErrors('embedded', {
  /** No PostgreSQL 15 or newer could be run: `tried` lists each program with its failure. */
  'no-program': 'unavailable',
  /** The data was made by major version `needs`; only `found` is here. */
  'data-needs-version': 'unavailable',
  /** PostgreSQL refuses root, and none of the accounts `tried` can be used instead. */
  'no-account': 'unavailable',
  /** The folder cannot be made or written (`reason` is the system's own code). */
  'folder-unwritable': 'unavailable',
  /** `account` may not enter the folder that holds the data, and there is no other place for it. */
  'data-unreachable': 'unavailable',
  /** The file `pointer` says that the data is in `folder`, which no longer exists. */
  'data-missing': 'unavailable',
  /** `folder` holds files but is no complete database. */
  'data-damaged': 'unavailable',
  /** The data belongs to another account (`ownerId`) than the one which runs this program. */
  'data-of-other': 'unavailable',
  /** There is data, but the password `file` that belongs to it is gone. */
  'password-lost': 'unavailable',
  /** The running server does not accept the password kept in `file`. */
  'password-wrong': 'unavailable',
  /** A server that may lose data in a power cut runs on data which must be kept. */
  'not-durable': 'unavailable',
  /** initdb ended without a database (`reason` is its own output). */
  'initdb-failed': 'unavailable',
  /** The server ended while it started (`logTail` holds its last words). */
  'server-ended': 'unavailable',
  /** The server did not answer within `seconds`; it is left running, recovery may take longer. */
  'not-ready': 'unavailable',
});
