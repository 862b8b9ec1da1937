/** The demo's people, as its start tells them, and the address that sets the administrator's password. */

/** The pair told for a role. @throws Error when the start told none */
export function demoSignIn(output: string, role: string): { login: string; password: string } {
  const found = new RegExp(`^ +(\\S+) +(\\S+) +${role}$`, 'm').exec(output);
  const [, login, password] = found ?? [];
  if (login === undefined || password === undefined) throw new Error(`no ${role} in:\n${output}`);
  return { login, password };
}
