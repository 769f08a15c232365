// The catalogue of Problems: code, HTTP status, exit code of the command line, and a sentence that says what to do.
// A data table: long by nature.

export type ProblemEntry = {
  /** HTTP status of the page or JSON that answers. */
  readonly status: 400 | 403 | 404 | 408 | 413 | 415 | 429 | 500 | 503
  /** Exit code of the command line: 2 when the call was wrong, 1 when the surroundings were. */
  readonly exit: 1 | 2
  /** English sentence; `{name}` is filled from the details. Pages use `problem.<code>` of content/messages where it exists. */
  readonly message: string
}

export const catalogue = {
  // Requests
  'not-found': { status: 404, exit: 1, message: 'There is nothing at this address.' },
  'not-permitted': { status: 404, exit: 1, message: 'There is nothing at this address.' },
  'cross-site': {
    status: 403,
    exit: 1,
    message: 'This form was not sent from our own page. Open the page and send it again.',
  },
  'form-outdated': {
    status: 403,
    exit: 1,
    message: 'This form is from an earlier sign-in. Open the page again and send it once more.',
  },
  'too-large': {
    status: 413,
    exit: 1,
    message: 'This is more text than the page can take. Shorten it and send it again.',
  },
  'unsupported-form': {
    status: 415,
    exit: 1,
    message: 'This page takes plain web forms only. Open the page and send the form again.',
  },
  'unreadable-form': { status: 400, exit: 1, message: 'This form could not be read. Open the page and send it again.' },
  'too-slow': { status: 408, exit: 1, message: 'The form took too long to arrive. Send it again.' },
  'too-many': {
    status: 429,
    exit: 1,
    message: 'A lot was sent from this network in a short time. Try again in {minutes} min.',
  },
  'too-many-pdfs': {
    status: 429,
    exit: 1,
    message: 'Many PDFs are being made. Try again in {minutes} min, or open the page that prints.',
  },
  'staff-closed': {
    status: 503,
    exit: 1,
    message:
      'Staff cannot sign in here: this address is plain http, where others on the network could read along. Set FOOTBRIDGE_URL to an https address.',
  },
  unexpected: {
    status: 500,
    exit: 1,
    message: 'Something went wrong on our side. Try again; if a child is in danger, call 911.',
  },

  // Command line
  usage: { status: 400, exit: 2, message: '{why}' },
  'content-wrong': {
    status: 500,
    exit: 1,
    message: '{why} Correct the file, then start again. To check it first: bin/footbridge pages',
  },
  'instrument-refused': {
    status: 400,
    exit: 1,
    message: '{file} was not imported: {why}. Nothing was changed.',
  },
  'unknown-zip': {
    status: 400,
    exit: 2,
    message: 'No state was found for ZIP {zip}. Check the digits, or give the state with --state.',
  },
  'zip-not-five-digits': {
    status: 400,
    exit: 2,
    message: 'A ZIP has five digits, such as 78701. Give five digits, or the state with --state.',
  },
  'zip-not-in-a-state': {
    status: 400,
    exit: 2,
    message: 'ZIP {zip} is a military or overseas post office. Give the state where the child is with --state.',
  },
  'unknown-state': {
    status: 400,
    exit: 2,
    message: 'No state or territory has the code {state}. Give two letters, such as TX.',
  },

  'file-missing': {
    status: 400,
    exit: 2,
    message: 'The file {file} could not be opened. Check its name and that you may read it.',
  },
  'file-unreadable': {
    status: 400,
    exit: 2,
    message: 'The file {file} is not {kind} that can be read. Correct it, or export it again.',
  },
  'definition-wrong': {
    status: 400,
    exit: 2,
    message: 'The definition {file} cannot be used: {why}. Correct it, then run this again.',
  },

  // Starting the service
  'port-taken': {
    status: 500,
    exit: 1,
    message: 'Port {port} is already in use. Stop the other program, or choose another port: PORT=3001 npm start.',
  },
  'port-wrong': {
    status: 500,
    exit: 1,
    message: 'PORT must be a number from 1 to 65535, but is "{port}". Set PORT=3000, or leave it out.',
  },
  'listen-wrong': {
    status: 500,
    exit: 1,
    message:
      'FOOTBRIDGE_LISTEN must be an IP address, such as 127.0.0.1, but is "{given}". Correct it, or leave it out.',
  },
  'count-wrong': {
    status: 500,
    exit: 1,
    message:
      'FOOTBRIDGE_COUNT must be yes or no, but is "{given}". Set FOOTBRIDGE_COUNT=yes to count, or leave it out.',
  },
  'address-wrong': {
    status: 500,
    exit: 1,
    message:
      '{name} must be a whole address such as https://example.org/, but is "{given}". Put it right, or leave it out.',
  },
  'data-folder-unwritable': {
    status: 500,
    exit: 1,
    message:
      'The data folder {folder} cannot be written. Give this user the right to write there, or set FOOTBRIDGE_DATA to another folder.',
  },
  'already-running': {
    status: 500,
    exit: 1,
    message:
      'Footbridge is already running on the data folder {folder} (process {pid}). Stop it first, or set FOOTBRIDGE_DATA to another folder.',
  },
  'data-folder-closed': {
    status: 500,
    exit: 1,
    message:
      'PostgreSQL cannot run as root, and no other user can enter {folder}. Set FOOTBRIDGE_DATA to a folder such as /var/lib/footbridge, or start Footbridge as an ordinary user.',
  },
  'no-embedded-database': {
    status: 500,
    exit: 1,
    message:
      'There is no built-in database for this kind of machine. Set DATABASE_URL to a PostgreSQL server (15 or later).',
  },
  'embedded-database-failed': {
    status: 500,
    exit: 1,
    message: 'The built-in database did not start. Read {log}, put right what it says, and start again.',
  },
  'embedded-database-version': {
    status: 500,
    exit: 1,
    message:
      'The data folder {folder} was made by PostgreSQL {found}, and this Footbridge brings PostgreSQL {expected}. Back up with the old Footbridge and restore with this one.',
  },
  'database-url-wrong': {
    status: 500,
    exit: 1,
    message: 'DATABASE_URL did not work: {reason}. Check the host, the database name, the user and the password.',
  },
  'database-too-old': {
    status: 500,
    exit: 1,
    message:
      'The database server is PostgreSQL {found}; Footbridge needs 15 or later. Upgrade the server, or use another one.',
  },
  'database-newer': {
    status: 500,
    exit: 1,
    message:
      'The database was last used by a newer Footbridge (migration {level} is not known here). Install that version or a later one, then start again.',
  },
  'database-not-set-up': {
    status: 500,
    exit: 1,
    message: 'The database holds nothing of Footbridge yet. Start the service once: bin/footbridge serve',
  },
  'center-missing': {
    status: 500,
    exit: 1,
    message: 'No center answers to the host name {host}. Set FOOTBRIDGE_URL to the address that people use.',
  },
  'migration-edited': {
    status: 500,
    exit: 1,
    message:
      'Migration {name} was changed after it ran on this database. Put the original file back; a change needs a new migration.',
  },
  'migration-failed': {
    status: 500,
    exit: 1,
    message:
      'Migration {name} failed and nothing of it was kept: {reason}. Nothing was lost; report this with the message.',
  },
  'roles-missing': {
    status: 500,
    exit: 1,
    message:
      'The database user of DATABASE_URL may not create the role footbridge_app. Ask the database administrator to run: {sql}',
  },
  'privileged-role': {
    status: 500,
    exit: 1,
    message:
      'The role that serves pages ({role}) is a superuser or bypasses row-level security, so it would see every center. Take that right away from it: {sql}',
  },
  'backup-role-missing': {
    status: 500,
    exit: 1,
    message:
      'A complete backup needs a role that may bypass row-level security. Ask the database administrator to run: {sql}',
  },
  'database-unavailable': {
    status: 503,
    exit: 1,
    message: 'The database is not answering. Nothing that was saved is lost; try again in a minute.',
  },

  // The public side as plain files
  'export-folder-foreign': {
    status: 500,
    exit: 1,
    message:
      '{folder} holds something that an export did not make, so nothing was written. Give an empty folder or a new name.',
  },
  'export-in-the-way': {
    status: 500,
    exit: 1,
    message:
      '{folder} holds {file}, which no export made and which is in the way of the new copy, so nothing was written. Move it away or choose another folder.',
  },
  'export-unwritable': {
    status: 500,
    exit: 1,
    message:
      'The export to {folder} could not be written ({reason}), and what was there is unchanged. Make room or choose another place.',
  },

  // Backup and restore
  'backup-target-exists': {
    status: 500,
    exit: 1,
    message: '{file} already exists. Choose another name; a backup never overwrites a file.',
  },
  'backup-unwritable': {
    status: 500,
    exit: 1,
    message: 'The backup {file} could not be written: {reason}. Make room or choose another place, then run it again.',
  },
  'backup-missing': { status: 500, exit: 1, message: 'The backup {file} could not be read. Check the name.' },
  'backup-damaged': {
    status: 500,
    exit: 1,
    message: 'The backup {file} is incomplete or was changed ({reason}), so nothing was restored. Use another copy.',
  },
  'backup-newer': {
    status: 500,
    exit: 1,
    message:
      'The backup was made by a newer Footbridge (migration {level} is not known here). Restore it with that version or a later one.',
  },
  'restore-not-empty': {
    status: 500,
    exit: 1,
    message:
      'This database already holds data, so nothing was restored. Restore into an empty folder (FOOTBRIDGE_DATA) or an empty database (DATABASE_URL).',
  },
  'restore-differs': {
    status: 500,
    exit: 1,
    message:
      'After restoring, table {table} differed from the backup, so nothing was kept. Report this with the message.',
  },

  // Keys and encrypted fields
  'demo-refused': {
    status: 500,
    exit: 1,
    message:
      'The demo lets anybody in, so it runs on localhost only, and only in a data folder that holds no real account. Set FOOTBRIDGE_DATA to a new folder, or start without --demo.',
  },
  'key-file-missing': {
    status: 500,
    exit: 1,
    message:
      'The key file {file} could not be opened, and without it nothing private can be read. Put it back from your copy, or give this user the right to read it; a new file does not open what an old one closed.',
  },
  'key-file-open': {
    status: 500,
    exit: 1,
    message: 'Others may read the key file {file}, so it was not used. Close it to them: chmod 600 {file}',
  },
  'key-file-damaged': {
    status: 500,
    exit: 1,
    message:
      'The key file {file} was changed or is incomplete ({why}), so it was not used. Put it back from your copy.',
  },
  'key-file-exists': {
    status: 500,
    exit: 1,
    message: 'The key file {file} already exists and was left as it is: a new one would not open what is saved.',
  },
  'key-file-unwritable': {
    status: 500,
    exit: 1,
    message:
      'The key file {file} could not be written ({reason}), and nothing was changed. Make room or give this user the right to write there.',
  },
  'key-file-busy': {
    status: 500,
    exit: 1,
    message:
      'Another process is changing the key file {file}, so nothing was changed. Try again; if none is running, delete {lock} first.',
  },
  'key-missing': {
    status: 500,
    exit: 1,
    message:
      'The key file {file} lacks key {numbers}, and something private is closed with it. Put the newest copy of the file back; an older one does not have every key.',
  },
  'key-other': {
    status: 500,
    exit: 1,
    message:
      'Key {numbers} of the key file {file} does not open what is saved: it is the file of another center, or a new one. Put back the copy that belongs to this database.',
  },
  'keys-busy': {
    status: 500,
    exit: 1,
    message: 'Keys are being changed by another process, so nothing was changed. Wait for it, then run this again.',
  },
  'keys-not-restored': {
    status: 500,
    exit: 1,
    message:
      'This database holds private fields and not one key to them. Restore the keys: bin/footbridge restore-keys FILE. If no backup of keys is left: bin/footbridge keys --begin-anew',
  },
  'keys-there': {
    status: 500,
    exit: 1,
    message: 'This database has its keys, so there is nothing to begin anew, and nothing was changed.',
  },
  'backup-holds-keys': {
    status: 500,
    exit: 1,
    message:
      '{file} holds keys and no data, so nothing was restored. Restore the data first, then: bin/footbridge restore-keys {file}',
  },
  'backup-holds-data': {
    status: 500,
    exit: 1,
    message:
      '{file} holds data and no keys, so nothing was restored. Give the file that backup-keys wrote; for this one: bin/footbridge restore {file}',
  },
  'restore-keys-not-empty': {
    status: 500,
    exit: 1,
    message:
      'This database already has keys, so nothing was restored. Restore the data into an empty folder or database, and the keys before the service starts.',
  },
  'keys-without-data': {
    status: 500,
    exit: 1,
    message:
      'The keys of {file} belong to data that is not in this database, so nothing was restored. Restore the data first: bin/footbridge restore FILE',
  },
  'erasures-damaged': {
    status: 500,
    exit: 1,
    message:
      'The list of erasures {file} cannot be used ({reason}), so nothing was restored. Use another copy: without it, people who were erased would come back.',
  },
  'field-damaged': {
    status: 500,
    exit: 1,
    message:
      'Something private could not be opened: it was changed, moved, or closed with another key. Nothing of it was shown. Tell your administrator; a backup may still hold it.',
  },
  'field-text-broken': {
    status: 400,
    exit: 1,
    message:
      'This text holds half of a character and was not saved. Delete what you pasted last, type it again, and save.',
  },

  // Sign-in with an agency's own directory
  'sso-file-wrong': {
    status: 500,
    exit: 1,
    message:
      'The file {file}, which names the directories that people sign in with, cannot be used: {why}. Correct it, then start again.',
  },
  'sso-file-open': {
    status: 500,
    exit: 1,
    message: 'Others may read {file}, which holds a secret, so it was not used. Close it to them: chmod 600 {file}',
  },

  // Audit
  'audit-entry-wrong': {
    status: 500,
    exit: 1,
    message:
      'An entry of the audit log may hold ids and names of fields only, and {why}. Report this with the message.',
  },
  'audit-key-wrong': {
    status: 500,
    exit: 2,
    message: 'This is not a key of an audit log. Copy the whole line, from the name to the last sign.',
  },
  'audit-log-unreadable': {
    status: 500,
    exit: 1,
    message:
      'Line {line} of the exported audit log is not as it was written: {why}. Keep the file as it is, and export the log again.',
  },
} as const satisfies Record<string, ProblemEntry>
