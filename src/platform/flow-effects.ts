/**
 * What a machine asks for: named effects with params, tied together by type. A machine names them,
 * a command performs them in its own transaction. Must not know what any effect means.
 */
import { invariant } from './errors.ts';

/** Effect name to the params it carries; `undefined` when it carries none. */
export type EffectMap = object;

/** One thing the command has to do. */
export type EffectOf<Fx extends EffectMap> = {
  [K in keyof Fx & string]: { readonly type: K; readonly params: Fx[K] };
}[keyof Fx & string];

/** Named actions for `setup({ actions })`: they tie each effect's params by type and do nothing. */
export type EffectActions<Fx extends EffectMap> = {
  readonly [K in keyof Fx]: (args: unknown, params: Fx[K]) => void;
};

/**
 * Declares a machine's effects, complete by type.
 * @example const effects = declareEffects<LampEffects>({ light: true });
 *          setup({ actions: { ...effects } });
 */
export function declareEffects<Fx extends EffectMap>(
  names: Readonly<Record<keyof Fx & string, true>>,
): EffectActions<Fx> {
  const inert = () => undefined;
  // The keys are those of Fx by type; Object.fromEntries forgets them.
  const actions: unknown = Object.fromEntries(Object.keys(names).map((name) => [name, inert]));
  return actions as EffectActions<Fx>;
}

/**
 * The effects among a transition's actions, in order.
 * @throws InvariantError for an action that is no declared effect.
 */
export function collectEffects<Fx extends EffectMap>(
  declared: EffectActions<Fx>,
  actions: ReadonlyArray<{ readonly type: string; readonly params?: unknown }>,
): readonly EffectOf<Fx>[] {
  return actions.map(({ type, params }) => {
    invariant(Object.hasOwn(declared, type), `${type} is no declared effect`);
    // The machine's own types tie this name to these params (EffectActions); the library forgets it.
    return { type, params } as EffectOf<Fx>;
  });
}
