/**
 * Words and runs of keys that people choose first. Only what can reach the least length of a password
 * is of use here; the shape of a password is judged in password-choice.rules.ts.
 */

/** Words that stay weak with any digits or signs around them. */
export const commonWords: ReadonlySet<string> = new Set([
  ...['password', 'passwordpassword', 'passw', 'passwort', 'motdepasse', 'contrasena', 'mima'],
  ...['qwerty', 'qwertyuiop', 'qwertyqwerty', 'asdfghjkl', 'zxcvbnm', 'qazwsx', 'qazwsxedc', 'qwe'],
  ...['iloveyou', 'iloveyouforever', 'woaini', 'woainima', 'letmein', 'letmeinplease', 'welcome'],
  ...[
    'admin',
    'administrator',
    'root',
    'superuser',
    'user',
    'guest',
    'test',
    'testtest',
    'default',
  ],
  ...[
    'changeme',
    'changemenow',
    'secret',
    'topsecret',
    'benchstock',
    'warehouse',
    'depot',
    'repair',
  ],
  ...['football', 'baseball', 'basketball', 'superman', 'batman', 'dragon', 'monkey', 'princess'],
  ...['sunshine', 'starwars', 'master', 'shadow', 'michael', 'jennifer', 'computer', 'internet'],
  ...['abc', 'abcd', 'abcdef', 'abcabc', 'aa', 'a', 'q', 'qq', 'qqq', 'aaa', 'pass', 'login', ''],
  ...['zhongguo', 'beijing', 'shanghai', 'wodemima', 'correcthorsebatterystaple', 'trustno'],
]);

/** Whole passwords met most often that the other rules would let pass. */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...['1q2w3e4r5t6y', '1qaz2wsx3edc', '1qaz2wsx3edc4rfv', 'q1w2e3r4t5y6', '123qweasdzxc'],
  ...[
    'qwerty123456',
    '123456qwerty',
    'qweasdzxc123',
    'asdfghjkl123',
    'zaq12wsxcde3',
    '1q2w3e4r5t6y7u',
  ],
  ...[
    'passw0rd1234',
    'p@ssw0rd1234',
    'p@ssword1234',
    'letmein12345',
    'abcd1234abcd',
    'a1b2c3d4e5f6',
  ],
  ...['qwerasdfzxcv', 'thisispassword', 'mypassword123', 'ilovemyfamily', 'unknown12345'],
]);

/** Runs a finger follows without thinking; both ways round. */
export const keyRuns: readonly string[] = [
  '012345678901234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'poiuytrewqlkjhgfdsamnbvcxz',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
];
