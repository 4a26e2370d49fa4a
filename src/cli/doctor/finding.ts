import type { MessageKey } from '../../text/catalogue.ts';
import type { Values } from '../../text/say.ts';

/**
 * One thing that was looked at. `look`: worth a look, and the program works; `wrong`: something will not work. It holds
 * paths of the program, versions and counts; never an answer, a title or a name of a draft.
 */
export interface Finding {
  readonly id: string;
  readonly state: 'ok' | 'look' | 'wrong';
  readonly key: MessageKey;
  readonly values?: Values;
}
