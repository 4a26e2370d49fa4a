import type { Verdict } from '../model/pack.ts';

/** What a property says should follow. */
export interface Then {
  readonly verdict?: Readonly<Record<string, Verdict | readonly Verdict[]>>;
  readonly 'not-verdict'?: Readonly<Record<string, Verdict | readonly Verdict[]>>;
  readonly 'escalates-to'?: string;
  readonly within?: string;
  readonly owed?: string;
  readonly 'some-action'?: { readonly kind?: string; readonly phase?: string };
}
