/** The panel for tokens: a new one is shown once, the others can be ended. */
import type { TokenView } from '../../../people/index.ts';
import type { FormState } from '../../form.ts';
import { TextField } from '../../ui/fields.tsx';
import { FormBox, ProblemNotice } from '../../ui/form-box.tsx';
import { Table } from '../../ui/table.tsx';
import { momentText, type Visit } from '../../visit.ts';

interface TokensProps {
  readonly visit: Visit;
  readonly form: FormState;
  readonly revoking: FormState;
  readonly tokens: readonly TokenView[];
  readonly newToken: string | null;
}

function Revoke({ visit, form, token }: { visit: Visit; form: FormState; token: TokenView }) {
  const { say } = visit;
  if (token.revokedAt !== null) {
    return <span>{say('account.token-ended', { day: token.revokedAt.slice(0, 10) })}</span>;
  }
  return (
    <form method="post" action={`/account/tokens/${token.id}/revoke`}>
      <input type="hidden" name="_key" value={`${form.key}.${token.id}`} />
      <button type="submit" class="danger">
        {say('account.token-revoke')}
      </button>
    </form>
  );
}

export function TokensPanel({ visit, form, revoking, tokens, newToken }: TokensProps) {
  const { say } = visit;
  const columns = [
    { heading: say('account.token-name'), cell: (row: TokenView) => row.name },
    { heading: say('account.token-expires'), cell: (row: TokenView) => row.expiresAt.slice(0, 10) },
    { heading: say('account.token-used'), cell: (row: TokenView) => momentText(row.lastUsedAt) },
    {
      heading: '',
      cell: (row: TokenView) => <Revoke visit={visit} form={revoking} token={row} />,
    },
  ];
  return (
    <section class="panel">
      <h2>{say('account.tokens')}</h2>
      <p>{say('account.tokens-lead')}</p>
      {newToken === null ? null : (
        <div class="notice" role="status">
          <p>{say('account.token-new')}</p>
          <p class="say">{newToken}</p>
        </div>
      )}
      {revoking.problem === null ? null : (
        <ProblemNotice visit={visit} problem={revoking.problem} />
      )}
      <FormBox
        visit={visit}
        form={form}
        action="/account/tokens"
        label={say('account.token-create')}
      >
        <TextField form={form} name="name" label={say('account.token-name')} required />
        <TextField
          form={form}
          name="expiresInDays"
          label={say('account.token-days')}
          inputmode="numeric"
          required
        />
      </FormBox>
      {tokens.length === 0 ? null : (
        <Table visit={visit} caption={say('account.tokens')} columns={columns} rows={tokens} />
      )}
    </section>
  );
}
