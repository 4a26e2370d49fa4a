import type { Given } from '../model/case-file.ts';
import type { ActionId, FactId } from '../model/ids.ts';
import type { StagedScenario, Walked } from '../model/scenario.ts';

/** What could not be followed: a stage without a choice in the path, a choice that the stage does not have. */
export interface PathFault {
  readonly stage: string;
  /** The option named; absent when the path is silent about a stage that leads on. */
  readonly option?: string;
  readonly options: readonly string[];
}

/** Where a path led, the stages that it passed, and what stopped it. */
export interface Followed extends Walked {
  readonly passed: readonly string[];
  readonly fault?: PathFault;
}

/**
 * Follows a path from the first stage: each stage adds its facts, the option chosen adds its own and what it decides.
 * A later fact replaces an earlier one. A path may stop at a stage; a stage passed twice is a loop and stops it too.
 */
export function followPath(scenario: StagedScenario, path: ReadonlyMap<string, string>): Followed {
  const facts = new Map<FactId, Given>();
  const decided = new Map<ActionId, 'do' | 'do-not'>();
  const passed: string[] = [];
  let at = scenario.start;
  let fault: PathFault | undefined;
  while (!passed.includes(at)) {
    const stage = scenario.stages.get(at);
    if (!stage) break;
    passed.push(at);
    for (const [fact, given] of stage.facts) facts.set(fact, given);
    const chosen = path.get(at);
    if (chosen === undefined) break;
    const option = stage.options.find((one) => one.id === chosen);
    if (!option) {
      fault = { stage: at, option: chosen, options: stage.options.map((one) => one.id) };
      break;
    }
    for (const [fact, given] of option.facts) facts.set(fact, given);
    for (const [action, what] of option.decided) decided.set(action, what);
    at = option.then;
  }
  const dilemma = {
    facts,
    ...(scenario.topics && { topics: scenario.topics }),
    screened: new Map(),
    considering: [],
    decided,
  };
  return { dilemma, at, passed, ...(fault && { fault }) };
}
