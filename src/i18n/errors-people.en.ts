/** English words for the refusals around signing in and managing people. */
export const peopleErrorsEn = {
  'people.sign-in-refused.title': 'Login or password is wrong',
  'people.sign-in-refused.remedy':
    'Check both and try again. An administrator can make you a link to set a new password.',
  'people.locked.title': 'This login is closed for a while',
  'people.locked.remedy':
    'There were too many wrong passwords. Wait {minutes} minutes, or ask an administrator for a new link.',
  'people.too-many-attempts.title': 'Too many attempts to sign in',
  'people.too-many-attempts.remedy': 'Wait {seconds} seconds and try again.',
  'people.wrong-password.title': 'The current password is wrong',
  'people.wrong-password.remedy': 'Type the password you sign in with now.',
  'people.password-too-common.title': 'This password is too easy to guess',
  'people.password-too-common.remedy': 'Choose another one: several words that belong to nothing.',
  'people.password-contains-login.title': 'The password holds the login',
  'people.password-contains-login.remedy': 'Choose a password without your login in it.',
  'people.login-taken.title': 'This login is taken',
  'people.login-taken.remedy': '{login} belongs to somebody already. Choose another one.',
  'people.link-refused.title': 'This link does not work any more',
  'people.link-refused.remedy':
    'Links work once and for a limited time. Ask an administrator for a new one.',
  'people.already-set-up.title': 'The first administrator exists already',
  'people.already-set-up.remedy': 'Sign in, or ask that administrator for access.',
  'people.person-not-found.title': 'There is no such person',
  'people.person-not-found.remedy': 'Look the person up in the list of people.',
  'people.token-not-found.title': 'There is no such token',
  'people.token-not-found.remedy': 'Look it up among your tokens; it may have been ended already.',
  'people.too-many-tokens.title': 'Too many live tokens',
  'people.too-many-tokens.remedy':
    'At most {limit} may be live at a time. End those that are not used.',
  'people.last-administrator.title': 'This is the last administrator',
  'people.last-administrator.remedy': 'Make somebody else an administrator first.',
  'people.administrator-is-everywhere.title': 'An administrator acts everywhere',
  'people.administrator-is-everywhere.remedy': 'Give the administrator role without a site.',
  'people.site-unknown.title': 'There is no such site',
  'people.site-unknown.remedy': 'Choose one of the sites in the list.',
} as const;
